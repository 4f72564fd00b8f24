package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes the end of a turn. */
final class ResultLine {
    private final Texts texts;

    ResultLine(Texts texts) {
        this.texts = texts;
    }

    String of(JsonObject result) {
        List<String> parts = new ArrayList<>();
        parts.add("result " + result.text("subtype"));
        if (result.flag("is_error")) {
            parts.add("failed");
        }
        parts.add("reason=" + result.text("terminal_reason", "-"));
        parts.add("turns=" + result.number("num_turns", -1));
        if (result.get("api_error_status") != null) {
            parts.add("status=" + result.number("api_error_status", 0));
        }
        if (result.has("origin")) {
            parts.add("origin=" + result.object("origin").text("kind"));
        }
        if (!result.objects("permission_denials").isEmpty()) {
            List<String> denied = new ArrayList<>();
            result.objects("permission_denials").forEach(denial -> denied.add(denial.text("tool_name", "")));
            parts.add("denied=" + denied);
        }
        if (!result.texts("user_message_uuids").isEmpty()) {
            parts.add("for=" + texts.stripped(String.join(",", result.texts("user_message_uuids"))));
        }
        String text = result.text("result");
        if (text != null) {
            boolean countable =
                    texts.isOurs(text) && result.text("terminal_reason", "").equals("completed");
            parts.add(countable ? cost(result) : "cost=~");
            parts.add(texts.known(text));
        }
        return String.join(" ", parts);
    }

    /** What the session has cost, which is known where the scripted model has said what the scenario wrote. */
    private static String cost(JsonObject result) {
        return String.format(Locale.ROOT, "cost=%.6f", result.decimal("total_cost_usd"));
    }
}
