package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.hook.HookDecision;
import io.github.claudebridge.process.hook.HookEvent;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.mcp.JavaMcpTool;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A desk whose host looks at everything it is asked, and answers at once. */
final class ReadyDesk {

    private static final JavaMcpTool ECHO =
            new JavaMcpTool("t", "", Json.parse("{\"type\":\"object\"}"), arguments -> arguments.text());

    private ReadyDesk() {}

    static Desk open() {
        return new Desk(
                new PermissionDesk(
                        request -> CompletableFuture.completedFuture(decide(request)),
                        Duration.ofMinutes(1),
                        error -> {},
                        count -> {}),
                new HookDesk(
                        List.of(new HookRegistration(
                                HookEvent.PRE_TOOL_USE,
                                null,
                                input -> HookDecision.denyTool(input.toolInput().text()))),
                        error -> {}),
                new McpDesk(List.of(JavaMcpServer.of("s", ECHO))),
                error -> {});
    }

    private static Permission decide(PermissionRequest request) {
        return request.questions().isEmpty() && request.plan().isEmpty()
                ? Permission.allow()
                : Permission.deny(request.displayName());
    }
}
