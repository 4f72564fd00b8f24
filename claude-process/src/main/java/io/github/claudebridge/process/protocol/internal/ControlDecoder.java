package io.github.claudebridge.process.protocol.internal;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.json.JsonSlice;
import io.github.claudebridge.process.protocol.CliQuestion;
import io.github.claudebridge.process.protocol.Message;

/** Reads the control requests of the CLI, and its answers to ours. */
final class ControlDecoder {

    private ControlDecoder() {}

    static Message ask(JsonSlice line) {
        return new Message.Ask(line.text("request_id"), question(line.at("request")));
    }

    private static CliQuestion question(JsonSlice request) {
        return switch (request.text("subtype")) {
            case "can_use_tool" -> new CliQuestion.MayUseTool(request.json());
            case "hook_callback" ->
                new CliQuestion.RunHook(
                        request.text("callback_id"), request.at("input").json());
            case "mcp_message" ->
                new CliQuestion.McpCall(
                        request.text("server_name"), request.at("message").json());
            case "elicitation" -> new CliQuestion.Elicitation(request.text("mcp_server_name"), request.text("message"));
            default -> new CliQuestion.Unsupported(request.text("subtype"));
        };
    }

    static Message answer(JsonSlice response) {
        String id = response.text("request_id");
        if (response.text("subtype").equals("success")) {
            JsonSlice body = response.at("response");
            return new Message.Reply(id, body.isObject() ? body.json() : Json.EMPTY_OBJECT);
        }
        return new Message.Refusal(id, response.text("error"), response.text("error_code"));
    }
}
