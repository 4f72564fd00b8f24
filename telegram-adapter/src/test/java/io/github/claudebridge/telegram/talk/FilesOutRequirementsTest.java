package io.github.claudebridge.telegram.talk;

import static io.github.claudebridge.telegram.talk.TalkBot.ANN;
import static io.github.claudebridge.telegram.talk.TalkBot.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.testing.SentFile;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Claude sends, from its tool call to the chat. */
class FilesOutRequirementsTest {

    @TempDir
    Path folder;

    private TalkBot bot;
    private Path work;

    @BeforeEach
    void aSession() {
        bot = new TalkBot(folder);
        bot.ann.sends("/new work");
        bot.saysSomethingWith("work is ready");
        work = bot.store.get(SessionName.of("work")).directory();
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private String sent() {
        SentMessage message = bot.says(any -> any.file().isPresent());
        SentFile file = message.file().orElseThrow();
        return file.name() + ": " + new String(bot.telegram.file(file.fileId()), StandardCharsets.UTF_8);
    }

    private List<SentMessage> files() {
        return bot.telegram.messages(ANN).stream()
                .filter(message -> message.file().isPresent())
                .toList();
    }

    @Test
    void MSG_09_claude_sends_a_file_with_its_tool_and_needs_no_permission_for_it() throws IOException {
        Files.writeString(work.resolve("report.txt"), "all is well");
        bot.ann.sends("tool mcp__chat__send_file {\"path\":\"report.txt\",\"caption\":\"the report\"} ;; say done");

        assertThat(sent()).isEqualTo("report.txt: all is well");
        assertThat(bot.says("the report").silent()).isTrue();
        bot.says(message -> message.text().startsWith("done"));
    }

    @Test
    void claude_says_something_in_the_middle_of_its_turn() {
        bot.ann.sends("tool mcp__chat__send_message {\"text\":\"half of it\"} ;; slow 1 done");

        assertThat(bot.says("half of it").silent()).isTrue();
        bot.says(message -> message.text().startsWith("done"));
    }

    @Test
    void I_18_a_file_from_elsewhere_is_asked_for_and_sent_when_that_is_allowed() throws IOException {
        Path file = Files.writeString(folder.toRealPath().resolve("elsewhere.txt"), "notes");
        bot.ann.sends("tool mcp__chat__send_file {\"path\":\"" + file + "\"} ;; say done");
        SentMessage question = bot.saysSomethingWith("not in its folder");
        assertThat(question.text()).contains(file.toString(), "5 bytes");
        assertThat(question.silent()).isFalse();
        assertThat(files()).isEmpty();

        bot.press("Allow");

        assertThat(sent()).isEqualTo("elsewhere.txt: notes");
    }

    @Test
    void I_18_a_file_from_elsewhere_does_not_go_when_it_is_denied() throws IOException {
        Path file = Files.writeString(folder.toRealPath().resolve("elsewhere.txt"), "notes");
        bot.ann.sends("tool mcp__chat__send_file {\"path\":\"" + file + "\"} ;; say done");
        bot.saysSomethingWith("not in its folder");
        bot.press("Deny");

        bot.says(message -> message.text().startsWith("done"));
        assertThat(files()).isEmpty();
    }

    @Test
    void I_18_when_the_turn_is_stopped_the_question_is_taken_back() throws IOException {
        Path file = Files.writeString(folder.toRealPath().resolve("elsewhere.txt"), "notes");
        bot.ann.sends("tool mcp__chat__send_file {\"path\":\"" + file + "\"} ;; say done");
        SentMessage question = bot.saysSomethingWith("not in its folder");

        bot.ann.sends("/stop");

        bot.telegram.await(
                "the buttons are gone",
                LIMIT,
                () -> bot.telegram.messages(ANN).stream()
                        .anyMatch(message -> message.messageId() == question.messageId()
                                && message.buttons().isEmpty()));
        assertThat(files()).isEmpty();
    }

    @Test
    void MSG_09_what_lies_in_the_outbox_at_the_end_of_a_turn_is_sent() throws IOException {
        Files.writeString(work.resolve("outbox/plan.md"), "# Plan");
        bot.ann.sends("say done");

        assertThat(sent()).isEqualTo("plan.md: # Plan");
        bot.telegram.await("it is moved", LIMIT, () -> Files.exists(work.resolve("outbox/sent/plan.md")));
    }

    @Test
    void what_the_tool_is_not_given_is_told_to_claude() {
        bot.ann.sends("tool mcp__chat__send_file {\"path\":\"\"} ;; tool mcp__chat__send_message {} ;; say done");

        bot.says(message -> message.text().startsWith("done"));
        assertThat(files()).isEmpty();
    }
}
