package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    @TempDir
    Path folder;

    @Test
    void once_prints_the_answer_and_nothing_else() throws Exception {
        try (BotProcess demo = BotProcess.start(folder, Map.of(), "demo", "--once", "say hello")) {
            assertThat(demo.exitCode()).as(demo.errors()).isZero();
            assertThat(demo.output().lines()).containsExactly("hello");
            assertThat(demo.errors()).isEmpty();
        }
    }

    @Test
    void lines_from_the_standard_input_are_all_answered_and_nothing_is_left_behind() throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "say one\n\n/new work\nsay two\n");
        try (BotProcess demo = BotProcess.startReading(folder, input, Map.of(), "demo")) {
            assertThat(demo.exitCode()).as(demo.errors()).isZero();
            assertThat(demo.output()).contains("http://127.0.0.1:");
            assertThat(demo.output().lines()).contains("one", "two").anyMatch(line -> line.startsWith("Session work"));
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void once_fails_when_the_bot_could_not_answer() throws Exception {
        try (BotProcess demo =
                BotProcess.start(folder, Map.of(), "demo", "--claude-command", "/bin/false", "--once", "say hello")) {
            assertThat(demo.exitCode()).as(demo.output()).isEqualTo(1);
            assertThat(demo.output()).isNotBlank();
        }
    }

    @Test
    void a_blank_text_or_command_is_refused() throws Exception {
        try (BotProcess text = BotProcess.start(folder, Map.of(), "demo", "--once", " ");
                BotProcess command = BotProcess.start(folder, Map.of(), "demo", "--claude-command", "")) {
            assertThat(text.exitCode()).isEqualTo(2);
            assertThat(command.exitCode()).isEqualTo(78);
            assertThat(command.errors().lines()).hasSize(1);
        }
    }

    @Test
    void a_terminated_demo_leaves_nothing_behind() throws Exception {
        try (BotProcess demo = BotProcess.start(folder, Map.of(), "demo", "--once", "slow 600")) {
            await("Claude works")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !demo.descendants().isEmpty());
            assertThat(leftovers()).hasSize(1);
            List<ProcessHandle> tree = demo.descendants();
            demo.terminate();
            assertThat(demo.exitCode()).isEqualTo(143);
            assertThat(leftovers()).isEmpty();
            assertThat(tree).noneMatch(ProcessHandle::isAlive);
        }
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.filter(path -> path.getFileName().toString().startsWith("claude-bridge"))
                    .toList();
        }
    }
}
