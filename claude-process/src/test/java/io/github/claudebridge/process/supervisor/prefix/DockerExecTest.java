package io.github.claudebridge.process.supervisor.prefix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.PipeTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of {@code docker exec -i -w DIRECTORY CONTAINER COMMAND}, with a stand-in for docker that runs the command here. */
class DockerExecTest {

    private List<String> prefix;
    private Path inside;

    @TempDir
    Path folder;

    @BeforeEach
    void makeDocker() throws IOException {
        inside = Files.createDirectory(folder.resolve("in side"));
        Path docker = Files.createFile(
                folder.resolve("docker"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(docker, """
                #!/bin/sh
                [ "$1 $2 $3 $5" = "exec -i -w box" ] || exit 64
                cd "$4" && shift 5 && exec "$@"
                """);
        prefix = List.of(docker.toString(), "exec", "-i", "-w", inside.toString(), "box");
    }

    private List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    @Test
    void words_arrive_as_they_are() throws Exception {
        List<String> words = List.of("two words", "it's", "\"x\"", "$HOME", "$(id)", "`id`", "a\nb", "a\\b", "*", "");
        List<String> printing = new ArrayList<>(List.of("printf", "%s|"));
        printing.addAll(words);
        Connection connection =
                new PipeTransport().start(new Launch(command(printing), folder, Map.of("PATH", "/usr/bin:/bin")));

        assertThat(new String(connection.output().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join("|", words) + "|");
    }

    @Test
    void a_conversation_works_through_it_in_the_folder_of_the_container() throws Exception {
        try (ClaudeProcess claude = ClaudeProcess.builder()
                .command(command(FakeClaude.command()))
                .directory(folder)
                .environment(Map.of("HOME", folder.toString()))
                .start()) {
            assertThat(claude.send("tool Bash pwd ;; say hello")
                            .result()
                            .get(60, TimeUnit.SECONDS)
                            .text())
                    .isEqualTo("hello");
        }
        assertThat(folder.resolve(".claude/projects").toFile().list())
                .containsExactly(inside.toString().replaceAll("[^A-Za-z0-9]", "-"));
    }
}
