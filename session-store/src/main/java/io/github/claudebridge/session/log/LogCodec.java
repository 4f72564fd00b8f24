package io.github.claudebridge.session.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.JsonFields;
import io.github.claudebridge.session.internal.Timestamps;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries as lines of JSON and back. */
final class LogCodec {

    private LogCodec() {}

    /** One line in UTF-8 without its newline. */
    static byte[] encode(LogEntry entry) {
        ObjectNode node = Json.object();
        node.put("at", Timestamps.format(entry.at()));
        if (entry instanceof LogEntry.Prompt prompt) {
            node.put("type", "prompt").put("id", prompt.id()).put("from", cut(prompt.from()));
            node.put("text", cut(prompt.text()));
        } else if (entry instanceof LogEntry.Answer answer) {
            node.put("type", "answer");
            answer.promptId().ifPresent(id -> node.put("prompt_id", id));
            node.put("text", cut(answer.text())).put("truncated", answer.truncated());
        } else if (entry instanceof LogEntry.ToolUse use) {
            node.put("type", "tool").put("tool", cut(use.tool())).put("input", cut(use.input()));
        } else if (entry instanceof LogEntry.FileMoved file) {
            node.put("type", "file").put("direction", file.direction() == LogEntry.Direction.IN ? "in" : "out");
            node.put("path", cut(file.path())).put("bytes", file.bytes());
        } else if (entry instanceof LogEntry.PermissionDecision decision) {
            node.put("type", "permission").put("tool", cut(decision.tool()));
            node.put("allowed", decision.allowed()).put("by", cut(decision.by()));
        } else if (entry instanceof LogEntry.Turn turn) {
            encodeTurn(node, turn);
        } else if (entry instanceof LogEntry.Failure failure) {
            node.put("type", "failure").put("text", cut(failure.text()));
        } else if (entry instanceof LogEntry.Note note) {
            node.put("type", "note").put("text", cut(note.text()));
        } else if (entry instanceof LogEntry.Unknown unknown) {
            return onOneLine(unknown.json());
        }
        return Json.line(node);
    }

    private static byte[] onOneLine(String json) {
        try {
            return Json.line(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (BadJsonException e) {
            throw new IllegalArgumentException("An entry is a JSON object", e);
        }
    }

    private static void encodeTurn(ObjectNode node, LogEntry.Turn turn) {
        node.put("type", "turn").put("cost_usd", turn.costUsd());
        node.put("duration_ms", turn.duration().toMillis());
        LogEntry.Tokens tokens = turn.tokens();
        node.put("input_tokens", tokens.input()).put("output_tokens", tokens.output());
        node.put("cache_read_tokens", tokens.cacheRead()).put("cache_write_tokens", tokens.cacheWrite());
    }

    /** Reads one line with or without its newline; empty when it is no entry. */
    static Optional<LogEntry> decode(byte[] bytes, int offset, int length) {
        try {
            return Optional.of(entry(bytes, offset, length));
        } catch (BadJsonException e) {
            return Optional.empty();
        }
    }

    private static LogEntry entry(byte[] bytes, int offset, int length) throws BadJsonException {
        ObjectNode node = Json.parse(bytes, offset, length);
        JsonFields fields = new JsonFields(node);
        Instant at = fields.requiredInstant("at");
        String type = fields.requiredText("type");
        return switch (type) {
            case "prompt" -> new LogEntry.Prompt(at, text(fields, "id"), text(fields, "from"), text(fields, "text"));
            case "answer" ->
                new LogEntry.Answer(
                        at,
                        Optional.ofNullable(fields.text("prompt_id")),
                        text(fields, "text"),
                        fields.flag("truncated", false));
            case "tool" -> new LogEntry.ToolUse(at, text(fields, "tool"), text(fields, "input"));
            case "file" ->
                new LogEntry.FileMoved(
                        at,
                        Objects.requireNonNullElse(
                                fields.choice("direction", LogEntry.Direction.class), LogEntry.Direction.IN),
                        text(fields, "path"),
                        count(fields, "bytes"));
            case "permission" ->
                new LogEntry.PermissionDecision(
                        at, text(fields, "tool"), fields.flag("allowed", false), text(fields, "by"));
            case "turn" -> turn(at, fields);
            case "failure" -> new LogEntry.Failure(at, text(fields, "text"));
            case "note" -> new LogEntry.Note(at, text(fields, "text"));
            default -> new LogEntry.Unknown(at, type, node.toString());
        };
    }

    private static LogEntry turn(Instant at, JsonFields fields) throws BadJsonException {
        LogEntry.Tokens tokens = new LogEntry.Tokens(
                count(fields, "input_tokens"),
                count(fields, "output_tokens"),
                count(fields, "cache_read_tokens"),
                count(fields, "cache_write_tokens"));
        BigDecimal cost = Objects.requireNonNullElse(fields.amount("cost_usd"), BigDecimal.ZERO);
        return new LogEntry.Turn(at, cost, Duration.ofMillis(count(fields, "duration_ms")), tokens);
    }

    private static String text(JsonFields fields, String field) throws BadJsonException {
        return Objects.requireNonNullElse(fields.text(field), "");
    }

    private static long count(JsonFields fields, String field) throws BadJsonException {
        @Nullable Long number = fields.number(field, 0, Long.MAX_VALUE / 1000);
        return number == null ? 0 : number;
    }

    private static String cut(String text) {
        if (text.length() <= LogEntry.LONGEST_TEXT) {
            return text;
        }
        int kept = LogEntry.LONGEST_TEXT;
        if (Character.isHighSurrogate(text.charAt(kept - 1))) {
            kept--;
        }
        return text.substring(0, kept) + "\n[cut here: " + (text.length() - kept) + " more characters]";
    }
}
