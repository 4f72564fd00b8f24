package io.github.claudebridge.process.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The least that a command line must do to be of use, whether it is the real one or its stand-in. */
abstract class CommandLineContract {
    private static final String SESSION = "5b8a2f4e-3c61-4a7b-9d0e-6f1c2b3a4d5e";

    @TempDir
    Path folder;

    abstract List<String> command() throws IOException;

    abstract Map<String, String> environment();

    @Test
    void answers_a_prompt() throws Exception {
        assertThat(turn("say hello", "--session-id", SESSION))
                .contains("\"result\":\"hello\"")
                .contains(SESSION);
    }

    @Test
    void remembers_the_conversation_when_it_is_resumed() throws Exception {
        turn("say hello", "--session-id", SESSION);

        assertThat(turn("history", "--resume", SESSION)).contains("\"result\":\"say hello / history\"");
    }

    @Test
    void uses_a_session_id_only_once() throws Exception {
        turn("say hello", "--session-id", SESSION);

        assertThat(turn("say hello", "--session-id", SESSION)).contains("already in use");
    }

    @Test
    void tells_its_version() throws Exception {
        assertThat(run("", List.of("--version"))).isEqualToIgnoringNewLines("2.1.330 (Claude Code)");
    }

    private String turn(String prompt, String... arguments) throws Exception {
        String line = "{\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"" + prompt + "\"}}\n";
        List<String> all = new ArrayList<>(List.of("-p", "--verbose"));
        all.addAll(List.of("--input-format", "stream-json", "--output-format", "stream-json"));
        all.addAll(List.of(arguments));
        return run(line, all);
    }

    private String run(String input, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(command());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        process.outputWriter().append(input).close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
