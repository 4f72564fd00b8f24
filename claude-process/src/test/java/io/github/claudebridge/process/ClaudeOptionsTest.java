package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.control.PermissionMode;
import io.github.claudebridge.process.json.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaudeOptionsTest {

    @Test
    void put_fixed_flags_and_checked_values_on_the_command_line() {
        ClaudeOptions options = ClaudeOptions.builder()
                .model("opus")
                .permissionMode(PermissionMode.PLAN)
                .allowedTools("Read", "Bash(git status)")
                .plugins(Path.of("/a"), Path.of("/b"))
                .settingSources(SettingSource.USER, SettingSource.LOCAL)
                .maxTurns(3)
                .maxBudgetUsd(new BigDecimal("0.50"))
                .onlyGivenMcpServers()
                .build();
        assertThat(options.arguments())
                .containsExactly(
                        "--model",
                        "opus",
                        "--permission-mode",
                        "plan",
                        "--allowedTools",
                        "Read",
                        "Bash(git status)",
                        "--plugin-dir",
                        "/a",
                        "--plugin-dir",
                        "/b",
                        "--setting-sources",
                        "user,local",
                        "--max-turns",
                        "3",
                        "--max-budget-usd",
                        "0.50",
                        "--strict-mcp-config");
    }

    @Test
    void keep_texts_off_the_command_line() {
        ClaudeOptions options = ClaudeOptions.builder()
                .appendSystemPrompt("--be nice\n$(rm -rf /)")
                .agents(Agent.of("rev", "reviews", "You review"))
                .structuredOutput(Json.EMPTY_OBJECT)
                .build();
        assertThat(options.arguments()).isEmpty();
        assertThat(Json.of(options.initialization()).text())
                .isEqualTo("{\"appendSystemPrompt\":\"--be nice\\n$(rm -rf /)\",\"jsonSchema\":{},"
                        + "\"agents\":{\"rev\":{\"description\":\"reviews\",\"prompt\":\"You review\"}}}");
    }

    @Test
    void use_the_environment_for_what_has_no_flag() {
        assertThat(ClaudeOptions.builder()
                        .fileCheckpoints()
                        .maxRetries(0)
                        .temporaryDirectory(Path.of("/t"))
                        .build()
                        .environment())
                .containsOnly(
                        Map.entry("CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING", "1"),
                        Map.entry("CLAUDE_CODE_MAX_RETRIES", "0"),
                        Map.entry("CLAUDE_CODE_TMPDIR", "/t"));
    }

    @Test
    void that_are_lists_are_taken_back_by_an_empty_one_and_never_leave_a_flag_without_a_value() {
        ClaudeOptions options = ClaudeOptions.builder()
                .allowedTools("Read")
                .allowedTools()
                .disallowedTools()
                .additionalDirectories()
                .mcpConfig()
                .plugins(Path.of("/a"), Path.of("/b"))
                .plugins()
                .agents()
                .disallowedTools("Bash")
                .disallowedTools("Edit", "Write")
                .permissionMode(PermissionMode.PLAN)
                .build();
        assertThat(options.arguments())
                .containsExactly("--disallowedTools", "Edit", "Write", "--permission-mode", "plan");
    }

    @Test
    void that_are_lists_in_one_value_say_none_by_an_empty_value() {
        assertThat(ClaudeOptions.builder().tools().settingSources().build().arguments())
                .containsExactly("--tools", "", "--setting-sources", "");
    }

    @Test
    void refuse_what_could_be_taken_for_something_else() {
        ClaudeOptions.Builder builder = ClaudeOptions.builder();
        for (String bad : List.of("", "--dangerously-skip-permissions", "a b", "a\nb", "x".repeat(300))) {
            assertThatThrownBy(() -> builder.model(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> builder.allowedTools("-p")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.disallowedTools("a\u0000b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.additionalDirectories(Path.of("relative")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxTurns(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxBudgetUsd(BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
