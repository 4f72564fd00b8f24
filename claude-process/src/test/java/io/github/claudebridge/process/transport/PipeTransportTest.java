package io.github.claudebridge.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeTransportTest {

    @TempDir
    private Path directory;

    private Connection start(String script) {
        return new PipeTransport().start(launch("/bin/sh", "-c", script));
    }

    private Launch launch(String... command) {
        return new Launch(List.of(command), directory, Map.of("PATH", "/usr/bin:/bin"));
    }

    private static String all(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int exitOf(Connection connection) throws Exception {
        return connection.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void connects_all_three_streams_and_tells_the_exit_code() throws Exception {
        Connection connection = start("read line; echo \"got $line in $(pwd)\"; echo oops >&2; exit 7");
        try (OutputStream input = connection.input()) {
            input.write("hello\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(all(connection.output())).isEqualTo("got hello in " + directory.toRealPath() + "\n");
        assertThat(all(connection.errors())).isEqualTo("oops\n");
        assertThat(exitOf(connection)).isEqualTo(7);
        assertThat(connection.pid()).isPositive();
    }

    @Test
    void gives_the_command_nothing_but_the_environment_it_was_given() throws Exception {
        Connection connection = new PipeTransport()
                .start(new Launch(List.of("/usr/bin/env"), directory, Map.of("PATH", "/usr/bin:/bin", "GIVEN", "1")));
        List<String> names = all(connection.output())
                .lines()
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(names).containsExactlyInAnyOrder("PATH", "GIVEN", PipeTransport.MARK);
    }

    @Test
    void an_end_by_signal_is_128_and_its_number_and_last_words_are_kept() throws Exception {
        Connection connection = start("trap 'echo bye; exit 143' TERM; echo ready; while :; do sleep 0.05; done");
        assertThat(connection.output().read()).isEqualTo('r');
        connection.terminate();
        assertThat(exitOf(connection)).isEqualTo(143);
        assertThat(all(connection.output())).isEqualTo("eady\nbye\n");
    }

    @Test
    void kills_what_ignores_signals_has_detached_itself_or_was_left_behind() throws Exception {
        Connection connection = start("""
                trap '' TERM
                sleep 300 &
                setsid sleep 301 &
                (setsid sh -c 'sleep 302 & exec sleep 303' &)
                echo ready
                while :; do sleep 1; done
                """);
        assertThat(connection.output().read()).isEqualTo('r');
        connection.terminate();
        assertThat(connection.isTreeAlive()).isTrue();
        connection.killTree();
        assertThat(exitOf(connection)).isEqualTo(137);
        await().untilAsserted(() -> assertThat(connection.isTreeAlive()).isFalse());
    }

    @Test
    void kills_what_a_dead_command_left_behind() throws Exception {
        Connection connection = start("(setsid sleep 304 &) ; exit 0");
        assertThat(exitOf(connection)).isZero();
        assertThat(connection.isTreeAlive()).isTrue();
        connection.killTree();
        await().untilAsserted(() -> assertThat(connection.isTreeAlive()).isFalse());
    }

    @Test
    void says_what_is_wrong_with_the_directory() {
        assertThat(failureOf(new Launch(List.of("/bin/true"), Path.of("relative"), Map.of())))
                .isInstanceOfSatisfying(
                        ClaudeError.DirectoryUnusable.class,
                        error -> assertThat(error.reason()).contains("absolute"));
        assertThat(failureOf(new Launch(List.of("/bin/true"), directory.resolve("gone"), Map.of())))
                .isInstanceOfSatisfying(
                        ClaudeError.DirectoryUnusable.class,
                        error -> assertThat(error.reason()).contains("no such"));
    }

    @Test
    void says_what_is_wrong_with_the_command() throws Exception {
        Path plain = Files.writeString(directory.resolve("plain"), "text");
        assertThat(failureOf(launch("no-such-command"))).isEqualTo(new ClaudeError.CommandNotFound("no-such-command"));
        assertThat(failureOf(launch("/no/such"))).isEqualTo(new ClaudeError.CommandNotFound("/no/such"));
        assertThat(failureOf(launch(plain.toString())))
                .isEqualTo(new ClaudeError.CommandNotExecutable(plain.toString()));
        assertThat(failureOf(launch(directory.toString()))).isInstanceOf(ClaudeError.CommandNotFound.class);
    }

    @Test
    void shows_no_environment() {
        assertThat(new Launch(List.of("x"), directory, Map.of("KEY", "secret")).toString())
                .doesNotContain("secret");
        assertThatThrownBy(() -> new Launch(List.of(), directory, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ClaudeError failureOf(Launch launch) {
        try {
            new PipeTransport().start(launch);
        } catch (ClaudeException e) {
            return e.error();
        }
        throw new AssertionError("It started");
    }
}
