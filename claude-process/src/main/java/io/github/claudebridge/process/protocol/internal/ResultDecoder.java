package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.event.DeniedTool;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the report at the end of a turn. */
final class ResultDecoder {

    private ResultDecoder() {}

    static ResultMessage decode(JsonNode line) {
        return new ResultMessage(
                Wire.text(line, "session_id"),
                Wire.text(line, "subtype"),
                line.path("is_error").asBoolean(false),
                Wire.textOrNull(line, "terminal_reason"),
                Wire.textOrNull(line, "result"),
                Wire.texts(line.path("errors")),
                Wire.integer(line, "api_error_status"),
                usage(line.path("usage")),
                Duration.ofMillis(line.path("duration_ms").asLong(0)),
                line.path("num_turns").asInt(0),
                line.path("total_cost_usd").asDouble(0),
                costSinceLast(line.path("model_usage_since_last_result")),
                Wire.textOrNull(line.path("origin"), "kind"),
                Wire.texts(line.path("user_message_uuids")),
                Wire.textOrNull(line, "local_command"),
                Wire.jsonOrNull(line, "structured_output"),
                denied(line.path("permission_denials")));
    }

    private static Usage usage(JsonNode usage) {
        return new Usage(
                usage.path("input_tokens").asLong(0),
                usage.path("output_tokens").asLong(0),
                usage.path("cache_read_input_tokens").asLong(0),
                usage.path("cache_creation_input_tokens").asLong(0));
    }

    private static OptionalDouble costSinceLast(JsonNode models) {
        if (!models.isObject()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (JsonNode model : models) {
            sum += model.path("costUSD").asDouble(0);
        }
        return OptionalDouble.of(sum);
    }

    private static List<DeniedTool> denied(JsonNode denials) {
        List<DeniedTool> tools = new ArrayList<>(denials.size());
        for (JsonNode denial : denials) {
            tools.add(new DeniedTool(
                    Wire.text(denial, "tool_name"),
                    Wire.text(denial, "tool_use_id"),
                    Wire.json(denial.path("tool_input"))));
        }
        return tools;
    }
}
