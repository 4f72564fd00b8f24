package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInsIT {

    @TempDir
    Path folder;

    @Test
    void the_stand_in_for_claude_answers_on_its_standard_output() throws Exception {
        Path prompt = Files.writeString(
                folder.resolve("prompt"),
                "{\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"say hello\"}}\n");
        Map<String, String> environment =
                Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString());

        try (BotProcess claude = BotProcess.startReading(
                folder,
                prompt,
                environment,
                "fake",
                "claude",
                "-p",
                "--input-format",
                "stream-json",
                "--output-format",
                "stream-json",
                "--verbose")) {
            assertThat(claude.exitCode()).isZero();
            assertThat(claude.output()).contains("\"type\":\"result\"").contains("\"result\":\"hello\"");
        }
        try (BotProcess version = BotProcess.start(folder, environment, "fake", "claude", "--version")) {
            assertThat(version.exitCode()).isZero();
            assertThat(version.output()).contains("Claude Code");
        }
    }

    @Test
    void the_stand_in_for_telegram_serves_until_it_is_stopped() throws Exception {
        String token = "123456:" + "a".repeat(35);
        try (BotProcess telegram = BotProcess.start(
                folder, Map.of(), "fake", "telegram", "--token", token, "--group", "Team", "--rate-limits")) {
            await().until(() -> telegram.output().contains("chat_page"));
            Map<String, String> told = telegram.output()
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
            String bot = told.get("api_root") + "/bot" + told.get("token");
            assertThat(get(bot + "/getMe")).contains("\"ok\":true");
            String send = bot + "/sendMessage?chat_id=" + told.get("group_id") + "&text=a%07b";
            for (int i = 0; i < 3; i++) {
                assertThat(get(send)).contains("\"ok\":true");
            }
            assertThat(get(send)).contains("retry after");
            await().until(() -> telegram.errors().contains("warning: sendMessage in chat " + told.get("group_id")));

            telegram.terminate();
            assertThat(telegram.exitCode()).isEqualTo(143);
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void the_completion_script_is_one_that_bash_understands() throws Exception {
        try (BotProcess completion = BotProcess.start(folder, Map.of(), "completion")) {
            assertThat(completion.exitCode()).isZero();
            Path script = Files.writeString(folder.resolve("completion.bash"), completion.output());
            Process bash = new ProcessBuilder(
                            "bash",
                            "-c",
                            "source \"$1\"; COMP_WORDS=(claude-bridge sessions ar); COMP_CWORD=2;"
                                    + " _complete_claude-bridge; echo \"${COMPREPLY[@]}\"",
                            "bash",
                            script.toString())
                    .start();
            assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("archive", "archives");
        }
    }
}
