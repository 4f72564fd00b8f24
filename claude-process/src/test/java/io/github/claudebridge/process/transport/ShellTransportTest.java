package io.github.claudebridge.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.testing.FakeClaude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shell of this machine stands for the one on the other side. */
class ShellTransportTest {

    private static final List<String> SHELL = List.of("/bin/sh", "-c");

    @TempDir
    Path folder;

    private String output(String directory, String... command) throws IOException {
        Connection connection = new ShellTransport(SHELL, directory, new PipeTransport())
                .start(new Launch(List.of(command), folder, Map.of("PATH", "/usr/bin:/bin")));
        return new String(connection.output().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two words",
                "it's",
                "''",
                "\"x\"",
                "$HOME",
                "`id`",
                "$(id)",
                "a;b",
                "a&&b",
                "*",
                "~",
                "a\\b",
                "line\nbreak",
                "ends\n",
                "100%\\044$",
                "!",
                "#",
                "-n",
                "ü 😀",
                "a|b > c"
            })
    void words_arrive_as_they_are(String word) throws Exception {
        assertThat(output("/", "printf", "%s|", "first", word, "last")).isEqualTo("first|" + word + "|last|");
    }

    @Test
    void nothing_is_left_on_the_line_that_a_launcher_might_expand_or_lose() throws Exception {
        List<Launch> launched = new ArrayList<>();
        Transport kept = launch -> {
            launched.add(launch);
            return new PipeTransport().start(new Launch(List.of("true"), folder, launch.environment()));
        };
        new ShellTransport(SHELL, "/", kept)
                .start(new Launch(List.of("echo", "$HOME", "a\nb"), folder, Map.of("PATH", "/usr/bin:/bin")));

        assertThat(launched.get(0).command().get(2)).doesNotContain("$", "\n");
    }

    @Test
    void the_command_runs_in_the_directory_of_the_other_side() throws Exception {
        Path there = Files.createDirectory(folder.resolve("it's there"));

        assertThat(output(there.toString(), "pwd")).isEqualTo(there + "\n");
    }

    @Test
    void a_directory_that_is_not_there_starts_nothing() throws Exception {
        assertThat(output("/no/such/directory", "echo", "started")).isEmpty();
    }

    @Test
    void a_conversation_works_through_it() throws Exception {
        try (ClaudeProcess claude = ClaudeProcess.builder()
                .command(FakeClaude.command())
                .directory(folder)
                .environment(Map.of("HOME", folder.toString()))
                .transport(new ShellTransport(SHELL, folder.toString(), new PipeTransport()))
                .start()) {
            assertThat(claude.send("say hello")
                            .result()
                            .get(60, TimeUnit.SECONDS)
                            .text())
                    .isEqualTo("hello");
        }
    }

    @Test
    void refuses_a_directory_that_means_another_one_there() {
        assertThatThrownBy(() -> new ShellTransport(SHELL, "work", new PipeTransport()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
