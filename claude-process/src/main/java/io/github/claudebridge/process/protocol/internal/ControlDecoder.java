package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.CliQuestion;
import io.github.claudebridge.process.protocol.Message;

/** Reads the control requests of the CLI, and its answers to ours. */
final class ControlDecoder {

    private ControlDecoder() {}

    static Message ask(JsonNode line) {
        return new Message.Ask(Wire.text(line, "request_id"), question(line.path("request")));
    }

    private static CliQuestion question(JsonNode request) {
        return switch (Wire.text(request, "subtype")) {
            case "can_use_tool" -> new CliQuestion.MayUseTool(Wire.json(request));
            case "hook_callback" ->
                new CliQuestion.RunHook(Wire.text(request, "callback_id"), Wire.json(request.path("input")));
            case "mcp_message" ->
                new CliQuestion.McpCall(Wire.text(request, "server_name"), Wire.json(request.path("message")));
            case "elicitation" ->
                new CliQuestion.Elicitation(Wire.text(request, "mcp_server_name"), Wire.text(request, "message"));
            default -> new CliQuestion.Unsupported(Wire.text(request, "subtype"));
        };
    }

    static Message answer(JsonNode response) {
        String id = Wire.text(response, "request_id");
        if (Wire.text(response, "subtype").equals("success")) {
            JsonNode body = response.path("response");
            return new Message.Reply(id, body.isObject() ? Wire.json(body) : Json.EMPTY_OBJECT);
        }
        return new Message.Refusal(id, Wire.text(response, "error"), Wire.text(response, "error_code"));
    }
}
