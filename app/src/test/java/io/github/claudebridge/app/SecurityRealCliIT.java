package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.telegram.testing.SentFile;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a Claude that is out for more than it was given gains from the real CLI: nothing. It may run any command of the shell here. */
@RealCli
class SecurityRealCliIT extends BotContract {

    private static final String HOOK =
            "{\"hooks\":{\"UserPromptSubmit\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"touch hooked\"}]}]}}";

    private Path work;

    @Override
    TestedClaude claude(Path itsFolder) throws IOException {
        return TestedClaude.real(itsFolder).with("--allowedTools", "Bash");
    }

    @BeforeEach
    void aSession() {
        ann.sends("/new work");
        heard("work is ready");
        work = work("work");
    }

    private boolean isNothingSent() {
        return telegram.messages(BotHome.ANN).stream()
                .allMatch(message -> message.file().isEmpty());
    }

    private void done(String word) {
        said(message -> message.text().startsWith(word));
    }

    @Test
    void MSG_09_a_file_that_claude_makes_is_sent_with_its_tool() {
        ann.sends("tool Bash printf 'all is well' > report.txt ;; tool mcp__chat__send_file"
                + " {\"path\":\"report.txt\",\"caption\":\"the report\"} ;; say first end");

        SentMessage message = said(any -> any.file().isPresent());

        SentFile file = message.file().orElseThrow();
        assertThat(file.name()).isEqualTo("report.txt");
        assertThat(new String(telegram.file(file.fileId()), StandardCharsets.UTF_8))
                .isEqualTo("all is well");
        assertThat(message.text()).isEqualTo("the report");
        done("first end");
    }

    @Test
    void MSG_09_what_claude_lays_in_the_outbox_is_sent_when_the_turn_is_over() {
        ann.sends("tool Bash printf plan > outbox/plan.txt; ln -s /etc/passwd outbox/link.txt ;; say first end");

        assertThat(said(any -> any.file().isPresent()).file().orElseThrow().name())
                .isEqualTo("plan.txt");
        assertThat(heard("outbox/link.txt").text()).contains("only regular files");
    }

    @Test
    void I_18_no_link_and_no_way_around_leads_a_file_out() throws Exception {
        Path secret = Files.writeString(folder.toRealPath().resolve("secret.txt"), "secret");
        Files.createSymbolicLink(work.resolve("link.txt"), secret);
        Files.createSymbolicLink(work.resolve("deep"), folder.toRealPath());
        ann.sends("tool mcp__chat__send_file {\"path\":\"link.txt\"} ;; tool mcp__chat__send_file"
                + " {\"path\":\"deep/secret.txt\"} ;; tool mcp__chat__send_file {\"path\":\""
                + home.folder().toRealPath() + "/config.toml\"} ;; tool mcp__chat__send_file"
                + " {\"path\":\"../../../secret.txt\"} ;; say first end");
        SentMessage question = question("not in its folder");

        assertThat(question.text()).contains(secret.toString());
        press(question, "Deny");
        done("first end");
        assertThat(isNothingSent()).isTrue();
    }

    @Test
    void I_17_claude_s_environment_has_neither_the_token_nor_anything_else_of_the_bot() throws Exception {
        ann.sends(
                "tool Bash env > environment.txt; tr '\\\\0' '\\\\n' < /proc/$PPID/environ >> environment.txt ;; say first end");
        done("first end");

        assertThat(work.resolve("environment.txt"))
                .content()
                .contains("PATH=")
                .doesNotContain(telegram.token(), "CLAUDE_BRIDGE_HOME", "CLAUDE_BRIDGE_TELEGRAM");
    }

    @Test
    void I_18_metadata_that_claude_rewrites_widens_nothing() throws Exception {
        ann.sends(
                "tool Bash sed -i -e 's/\"ask\"/\"bypass\"/' -e 's,\"directory\" : null,\"directory\" : \"/\",' metadata.json ;;"
                        + " say first end");
        done("first end");
        assertThat(work.resolve("metadata.json")).content().contains("bypass");

        ann.sends("tool Bash pwd > where.txt ;; tool Write " + work + "/notes.txt hello ;; say second end");

        press(question("notes.txt"), "Deny");
        done("second end");
        assertThat(work.resolve("notes.txt")).doesNotExist();
        assertThat(work.resolve("where.txt")).hasContent(work.toRealPath().toString());
    }

    @Test
    void I_18_a_hook_that_claude_plants_in_its_folder_is_asked_for_also_where_edits_are_not() throws Exception {
        ann.sends("/mode accept-edits");
        heard("is set to accept");
        ann.sends("tool Write " + work + "/notes.txt harmless ;; tool Write " + work + "/.claude/settings.json " + HOOK
                + " ;; tool Bash mkdir .claude; printf '%s' '" + HOOK + "' > .claude/settings.json ;; say first end");
        press(question(".claude"), "Deny");
        press(question("mkdir .claude"), "Deny");
        done("first end");

        ann.sends("say second end");

        done("second end");
        assertThat(work.resolve("notes.txt")).as("edits are not asked for").exists();
        assertThat(work.resolve(".claude/settings.json")).doesNotExist();
        assertThat(work.resolve("hooked")).doesNotExist();
    }
}
