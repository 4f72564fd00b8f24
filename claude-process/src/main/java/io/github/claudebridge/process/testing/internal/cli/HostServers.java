package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** The MCP servers that live in the host and are reached through it. */
final class HostServers {
    private static final String PROTOCOL = "2025-11-25";

    private final HostCalls host;
    private final Toolbox toolbox;
    private final AtomicInteger ids = new AtomicInteger();

    HostServers(HostCalls host, Toolbox toolbox) {
        this.host = host;
        this.toolbox = toolbox;
    }

    /** Says hello to a server. */
    void greet(String server) throws InterruptedException {
        JsonObject parameters = JsonObject.of(
                "protocolVersion", PROTOCOL,
                "capabilities", JsonObject.of(),
                "clientInfo", JsonObject.of("name", "claude-code", "version", Version.CURRENT.name()));
        ask(server, request("initialize", parameters), new Cancellation());
    }

    /** Fetches the tools of a server that was greeted. */
    void connect(String server) throws InterruptedException {
        Cancellation never = new Cancellation();
        JsonObject ready = JsonObject.of("jsonrpc", "2.0", "method", "notifications/initialized");
        ask(server, ready, never);
        JsonObject listed = ask(server, request("tools/list", JsonObject.of()), never);
        for (JsonObject tool : listed.object("result").objects("tools")) {
            String name = tool.text("name", "");
            toolbox.add("mcp__" + server + "__" + name, new HostTool(this, server, name));
        }
    }

    /** Calls a tool; the answer is the reply of the server. */
    JsonObject call(String server, String tool, JsonObject input, Cancellation cancellation)
            throws InterruptedException, Cancellation.Cancelled {
        JsonObject request = request("tools/call", JsonObject.of("name", tool, "arguments", input));
        return HostCalls.await(host.ask(envelope(server, request), cancellation))
                .response()
                .object("mcp_response");
    }

    private JsonObject ask(String server, JsonObject message, Cancellation cancellation) throws InterruptedException {
        try {
            return HostCalls.await(host.ask(envelope(server, message), cancellation))
                    .response()
                    .object("mcp_response");
        } catch (Cancellation.Cancelled e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject request(String method, JsonObject parameters) {
        return JsonObject.of("jsonrpc", "2.0", "id", ids.getAndIncrement(), "method", method, "params", parameters);
    }

    private static JsonObject envelope(String server, JsonObject message) {
        return JsonObject.of("subtype", "mcp_message", "server_name", server, "message", message);
    }
}
