package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.control.ContextUsage;
import io.github.claudebridge.process.control.ModelInfo;
import io.github.claudebridge.process.control.PermissionMode;
import io.github.claudebridge.process.control.RewindResult;
import io.github.claudebridge.process.control.SlashCommand;
import io.github.claudebridge.process.control.TaskOutput;
import io.github.claudebridge.process.event.McpServerStatus;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {

    private final ScriptedCli cli = new ScriptedCli();
    private final ClaudeProcess claude =
            Conversations.with(cli, new RecordingListener()).start();

    @AfterEach
    void close() {
        claude.close();
    }

    private Json sent(String subtype) {
        return cli.nextRequest(subtype).get("request").orElseThrow();
    }

    @Test
    void changes_go_out_with_the_clis_names() {
        for (String subtype : List.of(
                "set_permission_mode",
                "set_max_thinking_tokens",
                "rename_session",
                "stop_task",
                "background_tasks",
                "mcp_reconnect",
                "mcp_toggle")) {
            cli.answer(subtype, request -> "{}");
        }
        cli.answer("set_model", request -> "{\"model\":\"resolved\"}");
        assertThat(claude.setModel("opus").join()).isEqualTo("resolved");
        assertThat(sent("set_model").string("model")).contains("opus");
        assertThat(claude.setModel(null).join()).isEqualTo("resolved");
        assertThat(sent("set_model").get("model")).isEmpty();
        claude.setPermissionMode(PermissionMode.ACCEPT_EDITS).join();
        assertThat(sent("set_permission_mode").string("mode")).contains("acceptEdits");
        claude.setMaxThinkingTokens(null).join();
        assertThat(sent("set_max_thinking_tokens").get("max_thinking_tokens")).contains(Json.parse("null"));
        claude.rename("title").join();
        assertThat(sent("rename_session").string("title")).contains("title");
        claude.stopTask("t").join();
        assertThat(sent("stop_task").string("task_id")).contains("t");
        claude.background().join();
        assertThat(sent("background_tasks").string("subtype")).isPresent();
        claude.reconnectMcpServer("s").join();
        assertThat(sent("mcp_reconnect").string("serverName")).contains("s");
        claude.enableMcpServer("s", false).join();
        assertThat(sent("mcp_toggle").isTrue("enabled")).isFalse();
    }

    @Test
    void answers_are_read_into_records() {
        cli.answer(
                "get_context_usage",
                request ->
                        "{\"totalTokens\":10,\"maxTokens\":100,\"percentage\":10,\"model\":\"m\",\"categories\":[{\"name\":\"a\",\"tokens\":10,\"kind\":\"used\"}]}");
        cli.answer(
                "list_models",
                request ->
                        "{\"models\":[{\"value\":\"opus\",\"resolvedModel\":\"o\",\"displayName\":\"Opus\",\"description\":\"d\"}]}");
        cli.answer(
                "rewind_files",
                request -> "{\"canRewind\":true,\"filesChanged\":[\"/f\"],\"insertions\":1,\"deletions\":2}");
        cli.answer("get_task_output", request -> "{\"output\":\"o\",\"total_bytes\":1,\"truncated\":true}");
        cli.answer("mcp_status", request -> "{\"mcpServers\":[{\"name\":\"n\",\"status\":\"connected\"}]}");
        cli.answer("get_binary_version", request -> "{\"version\":\"2.1.330\"}");
        assertThat(claude.contextUsage().join())
                .isEqualTo(new ContextUsage(10, 100, 10, "m", List.of(new ContextUsage.Category("a", 10, "used"))));
        assertThat(claude.models().join()).containsExactly(new ModelInfo("opus", "o", "Opus", "d"));
        UUID prompt = new UUID(1, 1);
        assertThat(claude.rewindFiles(prompt, true).join())
                .isEqualTo(new RewindResult(true, List.of(Path.of("/f")), 1, 2, ""));
        assertThat(sent("rewind_files").string("user_message_id")).contains(prompt.toString());
        assertThat(claude.taskOutput("t").join()).isEqualTo(new TaskOutput("o", 1, true));
        assertThat(claude.mcpServers().join()).containsExactly(new McpServerStatus("n", "connected"));
        assertThat(claude.version().join()).isEqualTo("2.1.330");
        assertThat(claude.cost().join().totalUsd()).isZero();
    }

    @Test
    void the_commands_are_those_of_the_start() {
        ScriptedCli other = new ScriptedCli();
        other.answer(
                "initialize",
                request ->
                        "{\"commands\":[{\"name\":\"compact\",\"description\":\"d\",\"argumentHint\":\"h\",\"aliases\":[\"c\"],\"builtin\":true}]}");
        try (ClaudeProcess process =
                Conversations.with(other, new RecordingListener()).start()) {
            assertThat(process.commands().join())
                    .containsExactly(new SlashCommand("compact", "d", "h", List.of("c"), true));
        }
    }

    @Test
    void an_answer_with_nothing_in_it_is_empty_and_no_failure() {
        for (String subtype :
                List.of("get_context_usage", "list_models", "rewind_files", "get_task_output", "mcp_status")) {
            cli.answer(subtype, request -> "{}");
        }
        assertThat(claude.contextUsage().join().categories()).isEmpty();
        assertThat(claude.models().join()).isEmpty();
        assertThat(claude.rewindFiles(new UUID(1, 1), false).join().possible()).isFalse();
        assertThat(claude.taskOutput("t").join().text()).isEmpty();
        assertThat(claude.mcpServers().join()).isEmpty();
    }
}
