package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command in a pseudo terminal, and what goes wrong with those. */
@Timeout(60)
class TerminalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private final TerminalLog log = new TerminalLog();
    private final List<Terminal> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Terminal::close);
    }

    @Test
    void a_command_has_a_terminal_and_shows_what_it_writes() throws Exception {
        start("tty; printf 'gr\\303\\274n\\n'; exit 3");

        assertThat(terminal().onExit().get(20, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(terminal().screen().lines()).hasSize(24).contains("gr\u00fcn");
        assertThat(terminal().screen().text()).startsWith("/dev/pts/");
    }

    @Test
    void bytes_come_as_they_are_also_those_beyond_127() {
        start("stty -opost; printf '\\303\\251\\377\\n'");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log.ended()).isTrue());
        assertThat(log.bytes()).containsExactly(0xC3, 0xA9, 0xFF, '\n');
    }

    @Test
    void the_window_has_its_size_when_the_command_looks_first() {
        start("stty size");

        awaitScreen("24 81");
    }

    @Test
    void a_change_of_the_size_reaches_the_command_and_the_screen() {
        start("trap 'stty size' WINCH; echo ready; while :; do read -r line; done");
        awaitScreen("ready");

        terminal().resize(new WindowSize(132, 50));

        awaitScreen("50 132");
        assertThat(terminal().screen().lines()).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "80, 0", "0, 24", "-1, 24", "80, 4097"})
    void a_window_that_cannot_be_is_refused(int columns, int rows) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowSize(columns, rows));
    }

    @Test
    void a_long_line_arrives_whole_where_the_command_has_made_its_terminal_raw() {
        start("stty raw -echo; echo ready; head -c 65537 | wc -c");
        awaitScreen("ready");

        terminal().write("x".repeat(65_537).getBytes(StandardCharsets.US_ASCII));

        awaitScreen("65537");
    }

    @Test
    void a_paste_is_marked_and_its_lines_end_as_the_enter_key_does() {
        start("stty raw -echo; echo ready; head -c 19 | od -An -c");
        awaitScreen("ready");

        terminal().paste("a\nb\r\nc\td");

        awaitScreen("033   [   2   0   0   ~   a  \\r   b  \\r   c  \\t   d 033   [   2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[201~rm -rf", "a\u0003", "\u009b201~", "\u0000"})
    void a_paste_cannot_hold_keys(String text) {
        start("cat");

        assertThatIllegalArgumentException().isThrownBy(() -> terminal().paste(text));
    }

    @Test
    void keys_are_pressed() {
        start("echo ready; cat");
        awaitScreen("ready");

        terminal().write("typed".getBytes(StandardCharsets.UTF_8));
        terminal().press(Key.ENTER, Key.CTRL_D);

        assertThat(terminal().onExit()).succeedsWithin(PATIENCE).isEqualTo(0);
        assertThat(terminal().screen().lines()).contains("typed");
    }

    @Test
    void a_directory_that_is_not_there_starts_nothing() {
        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(() ->
                        builder("pwd").directory(directory.resolve("gone")).start())
                .extracting(ClaudeException::error)
                .isInstanceOf(ClaudeError.DirectoryUnusable.class);
    }

    @Test
    void a_command_that_is_not_there_is_named() {
        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(
                        () -> builder("").command(List.of("no-such-command")).start())
                .extracting(ClaudeException::error)
                .isEqualTo(new ClaudeError.CommandNotFound("no-such-command"));
    }

    @Test
    void the_environment_is_the_small_one_and_names_the_kind_of_terminal() {
        started.add(builder("env").environment(Map.of("EXTRA", "given")).start());

        awaitScreen("EXTRA=given");
        assertThat(terminal().onExit()).succeedsWithin(PATIENCE);
        assertThat(log.text()).contains("TERM=xterm-256color").doesNotContain("JAVA_HOME", "MAVEN");
    }

    @Test
    void nothing_can_be_written_to_a_command_that_has_ended() {
        start("exit 0");
        assertThat(terminal().onExit()).succeedsWithin(PATIENCE);

        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(() -> terminal().press(Key.ENTER))
                .extracting(ClaudeException::error)
                .isEqualTo(new ClaudeError.Closed());
    }

    @Test
    void a_command_that_does_not_read_holds_nobody_up() {
        start("stty raw; sleep 600");

        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 40; i++) {
                        terminal().write(new byte[1 << 16]);
                    }
                })
                .extracting(ClaudeException::error)
                .isEqualTo(new ClaudeError.InputBlocked());
    }

    @Test
    void the_exit_is_told_although_a_process_in_a_session_of_its_own_holds_the_terminal_open() {
        start("setsid sleep 600 & echo done; exit 5");

        assertThat(terminal().onExit()).succeedsWithin(PATIENCE).isEqualTo(5);
    }

    @Test
    void a_terminal_that_the_command_has_closed_is_still_ended() {
        start("exec 0<&- 1>&- 2>&-; exec sleep 600");
        ProcessHandle command = ProcessHandle.of(terminal().pid()).orElseThrow();

        terminal().close();

        assertThat(terminal().onExit()).isCompleted();
        assertThat(command.isAlive()).isFalse();
    }

    private void start(String script) {
        started.add(builder(script).start());
    }

    private Terminal terminal() {
        return started.get(0);
    }

    private TerminalBuilder builder(String script) {
        return Terminal.builder()
                .command(List.of("sh", "-c", script))
                .directory(directory)
                .size(new WindowSize(81, 24))
                .listener(log);
    }

    private void awaitScreen(String words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(terminal().screen().text()).contains(words));
    }
}
