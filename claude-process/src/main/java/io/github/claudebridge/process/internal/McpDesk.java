package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.protocol.CliQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The MCP servers of the host, spoken to over the control channel. Thread-safe. */
final class McpDesk {

    private final Map<String, McpResponder> servers = new LinkedHashMap<>();

    McpDesk(List<JavaMcpServer> servers) {
        for (JavaMcpServer server : servers) {
            if (this.servers.put(server.name(), new McpResponder(server)) != null) {
                throw new IllegalArgumentException("Two MCP servers have the name '" + server.name() + "'");
            }
        }
    }

    /** Tells the CLI which servers there are. */
    void register(Map<String, @Nullable Object> initialization) {
        if (!servers.isEmpty()) {
            initialization.put("sdkMcpServers", List.copyOf(servers.keySet()));
        }
    }

    CompletableFuture<Optional<Json>> call(CliQuestion.McpCall question) {
        McpResponder server = servers.get(question.server());
        if (server == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return CompletableFuture.supplyAsync(
                () -> Optional.of(Json.of(Map.of("mcp_response", server.respond(question.message())))),
                SharedThreads.CALLBACKS);
    }
}
