package io.github.claudebridge.telegram.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.program.Program;
import io.github.claudebridge.telegram.program.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of the host that their owner made commands, and what looks like a command and is none. */
class OwnCommandsTest {

    private static final List<Script> SCRIPTS = List.of(
            script("hello", 0, "echo", "hello from the host"),
            script("words", 2, "printf", "<%s>"),
            script("ping", 0, "echo", "my own ping"),
            script("help", 0, "echo", "not the help"),
            script("many", 0, "seq", "100000"),
            script("flood", 0, "yes"),
            script("nowhere", 0, "no-such-program-anywhere"),
            script("fails", 0, "false"),
            script("variables", 0, "env"),
            new Script("slow", "", new Program(List.of("sleep", "1000"), Duration.ofSeconds(1)), 0),
            script("waits", 0, "sleep", "1000"));

    @TempDir
    Path folder;

    private TalkBot bot;

    private static Script script(String name, int arguments, String... words) {
        return new Script(name, "Does " + name, new Program(List.of(words), Duration.ofMinutes(1)), arguments);
    }

    @BeforeEach
    void start() {
        bot = new TalkBot(
                folder,
                FakeClaude.command(),
                TalkSettings.DEFAULT.with(SCRIPTS).with(BatchWindow.NONE).ownedBy(Set.of(99L)));
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void OPS_02_a_program_of_the_host_is_a_command_and_stands_in_the_help() {
        bot.ann.sends("/hello");
        bot.says("hello from the host");
        bot.ann.sends("/help");

        assertThat(bot.saysSomethingWith("/sessions").text()).contains("/hello – Does hello");
    }

    @Test
    void EXP_03_it_replaces_a_built_in_one_but_not_the_help() {
        bot.ann.sends("/ping");
        bot.says("my own ping");
        bot.ann.sends("/help");

        assertThat(bot.saysSomethingWith("/sessions").text()).doesNotContain("not the help");
    }

    @Test
    void arguments_are_words_that_no_shell_reads_and_only_where_they_are_declared() {
        bot.ann.sends("/words $HOME `id`");
        bot.saysSomethingWith("<$HOME><`id`>");
        bot.ann.sends("/words a b c");
        bot.saysSomethingWith("at most 2 arguments");
        bot.ann.sends("/hello x");

        assertThat(bot.saysSomethingWith("takes no arguments").text()).startsWith("/hello");
    }

    @Test
    void what_is_long_comes_as_a_file() {
        bot.ann.sends("/many");

        assertThat(bot.says(message -> message.file().isPresent()).file())
                .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("many.txt"));
    }

    @Test
    void a_program_that_prints_without_end_is_ended() {
        bot.ann.sends("/flood");
        bot.says(message -> message.file().isPresent());
        bot.ann.sends("/hello");

        bot.says("hello from the host");
    }

    @Test
    void a_program_that_takes_too_long_is_ended() {
        bot.ann.sends("/slow");

        assertThat(bot.saysSomethingWith("took too long").text()).contains("ended");
    }

    @Test
    void a_program_is_stopped_by_command() {
        bot.ann.sends("/waits");
        bot.awaitWork();
        bot.ann.sends("/stop");

        assertThat(bot.saysSomethingWith("It was stopped").text()).endsWith(".");
    }

    @Test
    void a_program_is_stopped_by_button() {
        bot.ann.sends("/waits");
        bot.says(message -> message.button("Stop").isPresent());
        bot.press("Stop");

        assertThat(bot.saysSomethingWith("It was stopped").text()).endsWith(".");
    }

    @Test
    void failures_are_told() {
        bot.ann.sends("/nowhere");
        bot.saysSomethingWith("could not be started");
        bot.ann.sends("/fails");

        assertThat(bot.saysSomethingWith("exit code").text()).contains("exit code 1");
    }

    @Test
    void I_17_a_program_sees_few_variables() {
        bot.ann.sends("/variables");

        assertThat(bot.saysSomethingWith("PATH=").text().lines())
                .allMatch(
                        line -> line.matches(
                                "(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TMPDIR|LC_\\w+|XDG_RUNTIME_DIR|DBUS_SESSION_BUS_ADDRESS|CLAUDE_BRIDGE_TREE)=.*"));
    }

    @Test
    void a_slip_of_the_pen_is_asked_about_with_a_button() {
        bot.ann.sends("/sesions");
        assertThat(bot.saysSomethingWith("Did you mean /sessions?").silent()).isTrue();
        bot.press("/sessions");

        bot.saysSomethingWith("There are no sessions yet");
    }

    @Test
    void what_was_meant_as_it_is_goes_to_claude() {
        bot.ann.sends("/statsu now");
        bot.saysSomethingWith("Did you mean /status?");
        bot.press("Send it to Claude as it is");

        assertThat(bot.saysSomethingWith("/statsu").text()).contains("/statsu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/config model=x", "//config model=x", "/settings"})
    void EXP_02_the_settings_of_the_machine_are_the_owner_s(String text) {
        bot.ann.sends(text);

        assertThat(bot.saysSomethingWith("for the bot's owner only").text()).contains("Claude's settings");
    }
}
