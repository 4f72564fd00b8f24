package io.github.claudebridge.telegram.testing.internal.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.Speaker;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the person does on the page. Thread-safe. */
public final class PageActions {

    private static final int LARGEST_ACTION = 1 << 20;
    private static final int LARGEST_FILE = 50 << 20;
    private static final int LONGEST_TEXT = 4096;

    private final Seats seats;

    public PageActions(Seats seats) {
        this.seats = seats;
    }

    void act(InputStream body) throws IOException {
        JsonNode action = Json.parse(new String(read(body, LARGEST_ACTION), StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("Not a JSON object"));
        Speaker seat =
                seats.at(action.path("chat").asLong(), action.path("topic").asLong());
        long message = action.path("message").asLong();
        String text = action.path("text").asText();
        switch (action.path("do").asText()) {
            case "send" -> send(seat, message, text);
            case "edit" -> seat.edits(message, text);
            case "press" -> seat.presses(message, text);
            case "react" -> seat.reacts(message, text);
            case "stop" -> seat.stopsDraft();
            case "topic" -> seat.opensTopic(text);
            default -> throw new IllegalArgumentException("Unknown action");
        }
    }

    void upload(Query query, InputStream body) throws IOException {
        byte[] content = read(body, LARGEST_FILE);
        Speaker seat = seats.at(query.number("chat"), query.number("topic"));
        String name = query.text("name");
        String type = query.text("type");
        String caption = query.text("caption");
        try {
            if (type.startsWith("image/") && query.text("as").equals("photo")) {
                seat.sendsPhoto(content, caption);
                return;
            }
        } catch (ApiError notAPhoto) {
            // Browsers know more kinds of picture than the server can show as photos; those go as files.
        }
        if (type.startsWith("audio/") && query.text("as").equals("voice")) {
            seat.sendsVoice(content, Duration.ofSeconds(1));
        } else {
            seat.sendsDocument(name, type.isEmpty() ? "application/octet-stream" : type, content, caption);
        }
    }

    /** Sends like a Telegram client: a text that is too long for one message becomes several. */
    private static void send(Speaker seat, long replyTo, String text) {
        String rest = text.strip();
        long answered = replyTo;
        while (!rest.isEmpty()) {
            int end = rest.offsetByCodePoints(0, Math.min(LONGEST_TEXT, rest.codePointCount(0, rest.length())));
            seat.replies(answered, rest.substring(0, end));
            rest = rest.substring(end);
            answered = 0;
        }
    }

    private static byte[] read(InputStream body, int largest) throws IOException {
        byte[] content = body.readNBytes(largest + 1);
        if (content.length > largest) {
            throw new IllegalArgumentException("Too large");
        }
        return content;
    }
}
