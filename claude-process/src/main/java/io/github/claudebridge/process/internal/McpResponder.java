package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.mcp.JavaMcpTool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One MCP server: JSON-RPC requests in, responses out. Thread-safe. */
final class McpResponder {

    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final String PROTOCOL = "2025-06-18";

    private final JavaMcpServer server;

    McpResponder(JavaMcpServer server) {
        this.server = server;
    }

    Json respond(Json message) {
        Json params = message.get("params").orElse(Json.EMPTY_OBJECT);
        String method = message.string("method").orElse("");
        return switch (method) {
            case "initialize" -> result(message, hello(params));
            case "ping" -> result(message, Map.of());
            case "tools/list" -> result(message, Map.of("tools", list()));
            case "tools/call" -> call(message, params);
            default ->
                method.startsWith("notifications/")
                        ? result(message, Map.of())
                        : error(message, METHOD_NOT_FOUND, "No such method: " + method);
        };
    }

    private Map<String, ?> hello(Json params) {
        return Map.of(
                "protocolVersion", params.string("protocolVersion").orElse(PROTOCOL),
                "capabilities", Map.of("tools", Map.of()),
                "serverInfo", Map.of("name", server.name(), "version", server.version()));
    }

    private List<Map<String, ?>> list() {
        return server.tools().stream()
                .<Map<String, ?>>map(tool -> Map.of(
                        "name", tool.name(), "description", tool.description(), "inputSchema", tool.inputSchema()))
                .toList();
    }

    private Json call(Json message, Json params) {
        String name = params.string("name").orElse("");
        Optional<JavaMcpTool> tool = server.tools().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (tool.isEmpty()) {
            return error(message, INVALID_PARAMS, "No such tool: " + name);
        }
        Json arguments = params.get("arguments").orElse(Json.EMPTY_OBJECT);
        try {
            return result(message, content(tool.get().handler().call(arguments), false));
        } catch (Throwable failure) {
            return result(message, content(String.valueOf(failure.getMessage()), true));
        }
    }

    private static Map<String, ?> content(String text, boolean error) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)), "isError", error);
    }

    private static Json result(Json message, Map<String, ?> result) {
        return response(message, "result", result);
    }

    private static Json error(Json message, int code, String text) {
        return response(message, "error", Map.of("code", code, "message", text));
    }

    private static Json response(Json message, String kind, Map<String, ?> body) {
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        message.get("id").ifPresent(id -> response.put("id", id));
        response.put(kind, body);
        return Json.of(response);
    }
}
