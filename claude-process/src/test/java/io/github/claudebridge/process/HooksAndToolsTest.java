package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.hook.HookDecision;
import io.github.claudebridge.process.hook.HookEvent;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.mcp.JavaMcpTool;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HooksAndToolsTest {

    private final ScriptedCli cli = new ScriptedCli();
    private final RecordingListener listener = new RecordingListener();

    private Json ask(String request) {
        cli.say(CliLines.ask("q", request));
        return cli.nextAnswer();
    }

    @Test
    void questions_of_an_mcp_server_to_the_user_are_cancelled_because_nobody_is_asked() {
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            Json answer = ask("{\"subtype\":\"elicitation\",\"mcp_server_name\":\"mail\",\"message\":\"Which box?\","
                    + "\"mode\":\"form\",\"requested_schema\":{\"type\":\"object\"}}");
            assertThat(answer.string("subtype")).contains("success");
            assertThat(answer.get("response").orElseThrow().string("action")).contains("cancel");
        }
    }

    @Test
    void hooks_are_registered_by_event_and_matcher_and_decide() {
        try (ClaudeProcess claude = Conversations.with(cli, listener)
                .hook(
                        HookEvent.PRE_TOOL_USE,
                        "Bash",
                        input ->
                                HookDecision.denyTool("not " + input.toolInput().text()))
                .hook(HookEvent.STOP, input -> HookDecision.proceed())
                .start()) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            Json hooks = cli.nextRequest("initialize")
                    .get("request")
                    .orElseThrow()
                    .get("hooks")
                    .orElseThrow();
            assertThat(hooks.text())
                    .isEqualTo("{\"PreToolUse\":[{\"matcher\":\"Bash\",\"hookCallbackIds\":[\"hook-1\"]}],"
                            + "\"Stop\":[{\"matcher\":null,\"hookCallbackIds\":[\"hook-2\"]}]}");
            Json answer = ask(
                    "{\"subtype\":\"hook_callback\",\"callback_id\":\"hook-1\",\"input\":{\"tool_input\":{\"a\":1}}}");
            assertThat(answer.get("response")
                            .orElseThrow()
                            .get("hookSpecificOutput")
                            .orElseThrow()
                            .string("permissionDecisionReason"))
                    .contains("not {\"a\":1}");
            assertThat(ask("{\"subtype\":\"hook_callback\",\"callback_id\":\"hook-2\",\"input\":{}}")
                            .get("response"))
                    .contains(Json.EMPTY_OBJECT);
        }
    }

    @Test
    void a_hook_that_throws_lets_the_turn_go_on() {
        try (ClaudeProcess claude = Conversations.with(cli, listener)
                .hook(HookEvent.STOP, input -> {
                    throw new IllegalStateException("broken");
                })
                .start()) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            assertThat(ask("{\"subtype\":\"hook_callback\",\"callback_id\":\"hook-1\",\"input\":{}}")
                            .get("response"))
                    .contains(Json.EMPTY_OBJECT);
        }
        await().until(() -> listener.heard(ClaudeError.CallbackFailed.class).size() == 1);
    }

    @Test
    void tools_in_java_are_answered_even_before_the_cli_is_ready() {
        cli.ignore("initialize");
        JavaMcpServer server =
                JavaMcpServer.of("calc", new JavaMcpTool("one", "Always 1", Json.EMPTY_OBJECT, arguments -> "1"));
        CompletableFuture<ClaudeProcess> starting = CompletableFuture.supplyAsync(
                () -> Conversations.with(cli, listener).mcpServer(server).start());
        Json initialize = cli.nextRequest("initialize");
        assertThat(initialize.get("request").orElseThrow().get("sdkMcpServers")).contains(Json.parse("[\"calc\"]"));
        Json answer = ask(
                "{\"subtype\":\"mcp_message\",\"server_name\":\"calc\",\"message\":{\"id\":0,\"method\":\"tools/list\"}}");
        assertThat(answer.get("response")
                        .orElseThrow()
                        .get("mcp_response")
                        .orElseThrow()
                        .text())
                .contains("Always 1");
        cli.say(CliLines.granted(initialize.string("request_id").orElseThrow(), "{}"));
        starting.orTimeout(10, TimeUnit.SECONDS).join().close();
    }

    @Test
    void what_cannot_be_answered_is_refused_and_told_since_the_cli_waits_for_ever() {
        JavaMcpServer server = JavaMcpServer.of("calc", withoutSchema());
        try (ClaudeProcess claude =
                Conversations.with(cli, listener).mcpServer(server).start()) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            Json answer = ask("{\"subtype\":\"mcp_message\",\"server_name\":\"calc\","
                    + "\"message\":{\"id\":0,\"method\":\"tools/list\"}}");
            assertThat(answer.string("subtype")).contains("error");
            await().untilAsserted(() -> assertThat(listener.heard(ClaudeError.CallbackFailed.class))
                    .extracting(ClaudeError.CallbackFailed::callback)
                    .containsExactly("MCP server calc"));
        }
    }

    @SuppressWarnings("NullAway") // What code that is not checked for nulls may do.
    private static JavaMcpTool withoutSchema() {
        return new JavaMcpTool("one", "Always 1", null, arguments -> "1");
    }

    @Test
    void unknown_hooks_and_servers_are_refused() {
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            assertThat(claude.status()).isEqualTo(Status.IDLE);
            assertThat(ask("{\"subtype\":\"hook_callback\",\"callback_id\":\"x\",\"input\":{}}")
                            .string("subtype"))
                    .contains("error");
            assertThat(ask("{\"subtype\":\"mcp_message\",\"server_name\":\"x\",\"message\":{}}")
                            .string("subtype"))
                    .contains("error");
        }
    }
}
