package io.github.claudebridge.process.mcp;

import io.github.claudebridge.process.json.Json;

/**
 * A tool. Immutable; thread-safe where its handler is.
 *
 * @param name letters, digits, hyphens and underscores
 * @param description tells the model when and how to use it
 * @param inputSchema JSON schema of its arguments, an object
 * @param handler does it
 */
public record JavaMcpTool(String name, String description, Json inputSchema, Handler handler) {

    public JavaMcpTool {
        JavaMcpServer.checkName("tool", name);
    }

    /** Does what a tool does. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Runs on a thread of its own, several calls at once where the model asks for that; the turn waits for it.
         *
         * @param arguments as the model wrote them; the CLI does not check them against the schema
         * @return the text for the model
         * @throws Exception its message goes to the model as the tool's error
         */
        String call(Json arguments) throws Exception;
    }
}
