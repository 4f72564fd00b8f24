package io.github.claudebridge.process.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.internal.LineEncoder;
import io.github.claudebridge.process.protocol.internal.Wire;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes lines of stream-json: always one JSON object without a line break. Stateless and thread-safe. */
public final class MessageEncoder {

    /**
     * A message of the user.
     *
     * @param id names it in what follows; a message with an id that the session has seen is dropped by the CLI
     * @param content a text or an array of content blocks
     */
    public byte[] userMessage(UUID id, Json content) {
        ObjectNode line = Wire.JSON.createObjectNode();
        line.put("type", "user")
                .put("uuid", id.toString())
                .put("session_id", "")
                .putNull("parent_tool_use_id");
        line.putObject("message").put("role", "user").set("content", LineEncoder.tree(content));
        return LineEncoder.bytes(line);
    }

    /**
     * A request to the CLI.
     *
     * @param id names it in the reply
     * @param subtype which request
     * @param fields its fields
     */
    public byte[] request(String id, String subtype, Map<String, @Nullable Object> fields) {
        ObjectNode line = Wire.JSON.createObjectNode();
        line.put("type", "control_request").put("request_id", id);
        ObjectNode request = line.putObject("request");
        request.put("subtype", subtype);
        LineEncoder.putAll(request, fields);
        return LineEncoder.bytes(line);
    }

    /** The answer to a question of the CLI. */
    public byte[] reply(String id, Json body) {
        ObjectNode line = Wire.JSON.createObjectNode();
        line.put("type", "control_response");
        ObjectNode response = line.putObject("response");
        response.put("subtype", "success").put("request_id", id).set("response", LineEncoder.tree(body));
        return LineEncoder.bytes(line);
    }

    /** The refusal to answer a question of the CLI. */
    public byte[] refusal(String id, String reason) {
        ObjectNode line = Wire.JSON.createObjectNode();
        line.put("type", "control_response");
        line.putObject("response").put("subtype", "error").put("request_id", id).put("error", reason);
        return LineEncoder.bytes(line);
    }
}
