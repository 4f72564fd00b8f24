package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;

/** A tool of an MCP server that lives in the host. */
final class HostTool implements Tool {
    private final HostServers servers;
    private final String server;
    private final String name;

    HostTool(HostServers servers, String server, String name) {
        this.servers = servers;
        this.server = server;
        this.name = name;
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        return false;
    }

    @Override
    public ToolResult run(Call call) throws InterruptedException, Cancellation.Cancelled {
        JsonObject reply = servers.call(server, name, call.input(), call.cancellation());
        if (reply.has("error")) {
            return ToolResult.error(reply.object("error").text("message", "the server gave no reason"));
        }
        List<JsonObject> content = reply.object("result").objects("content");
        return new ToolResult(content, reply.object("result").flag("isError"), content);
    }
}
