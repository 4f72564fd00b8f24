package io.github.claudebridge.process.protocol.internal;

import io.github.claudebridge.process.event.DeniedTool;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.process.json.JsonSlice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the report at the end of a turn. */
final class ResultDecoder {

    private ResultDecoder() {}

    static ResultMessage decode(JsonSlice line) {
        return new ResultMessage(
                line.text("session_id"),
                line.text("subtype"),
                line.isTrue("is_error"),
                line.at("terminal_reason").text(),
                line.at("result").text(),
                line.at("errors").texts(),
                line.integer("api_error_status"),
                usage(line.at("usage")),
                Duration.ofMillis(line.count("duration_ms")),
                line.integer("num_turns").orElse(0),
                line.number("total_cost_usd").orElse(0),
                costSinceLast(line.at("model_usage_since_last_result")),
                line.at("origin").at("kind").text(),
                line.at("user_message_uuids").texts(),
                line.at("local_command").text(),
                line.at("structured_output").jsonOrNull(),
                denied(line.at("permission_denials")));
    }

    private static Usage usage(JsonSlice usage) {
        return new Usage(
                usage.count("input_tokens"),
                usage.count("output_tokens"),
                usage.count("cache_read_input_tokens"),
                usage.count("cache_creation_input_tokens"));
    }

    private static OptionalDouble costSinceLast(JsonSlice models) {
        if (!models.isObject()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (JsonSlice model : models.members()) {
            sum += model.number("costUSD").orElse(0);
        }
        return OptionalDouble.of(sum);
    }

    private static List<DeniedTool> denied(JsonSlice denials) {
        List<DeniedTool> tools = new ArrayList<>();
        for (JsonSlice denial : denials.elements()) {
            tools.add(new DeniedTool(
                    denial.text("tool_name"),
                    denial.text("tool_use_id"),
                    denial.at("tool_input").json()));
        }
        return tools;
    }
}
