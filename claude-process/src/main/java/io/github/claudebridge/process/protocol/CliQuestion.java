package io.github.claudebridge.process.protocol;

import io.github.claudebridge.process.json.Json;

/** What the CLI asks its host. Immutable and thread-safe. */
public sealed interface CliQuestion {

    /**
     * May this tool be used?
     *
     * @param body the request as it came
     */
    record MayUseTool(Json body) implements CliQuestion {}

    /**
     * A hook of the host is due.
     *
     * @param callbackId the hook
     * @param input what the hook is told
     */
    record RunHook(String callbackId, Json input) implements CliQuestion {}

    /**
     * A message for an MCP server that lives in the host.
     *
     * @param server the server's name
     * @param message a JSON-RPC message
     */
    record McpCall(String server, Json message) implements CliQuestion {}

    /**
     * An MCP server asks the user something.
     *
     * @param server the server's name
     * @param message what it asks
     */
    record Elicitation(String server, String message) implements CliQuestion {}

    /**
     * A question that this library does not know.
     *
     * @param subtype the CLI's name of it
     */
    record Unsupported(String subtype) implements CliQuestion {}
}
