package io.github.claudebridge.process.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one line. What is of no interest, such as the output of a tool, is passed over without being kept. Use it once.
 */
final class EntryParser {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final BytePattern USER = new BytePattern("\"type\":\"user\"");
    private static final BytePattern ASSISTANT = new BytePattern("\"type\":\"assistant\"");

    private final JsonParser in;
    private final List<String> promptIds = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private String type = "";
    private String uuid = "";
    private String note = "";
    private String messageId = "";
    private String stopReason = "";
    private boolean isSidechain;
    private boolean isMeta;
    private boolean continuesTurn;
    private boolean isApiError;
    private boolean isSynthetic;
    private boolean hasToolResult;

    private EntryParser(JsonParser in) {
        this.in = in;
    }

    /** Whether a line may be a message, by a look at its bytes; most of a file is something else, and large. */
    static boolean mayBeMessage(byte[] buffer, int offset, int length) {
        return USER.isIn(buffer, offset, length) || ASSISTANT.isIn(buffer, offset, length);
    }

    /** The entry on a line; empty where the line is torn or no object. */
    static Optional<Entry> parse(byte[] buffer, int offset, int length) {
        try (JsonParser in = JSON.createParser(buffer, offset, length)) {
            return new EntryParser(in).entry();
        } catch (IOException torn) {
            // The last line before a crash may be cut off.
            return Optional.empty();
        }
    }

    private Optional<Entry> entry() throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        object(this::field);
        if (in.nextToken() != null) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                type,
                uuid,
                List.copyOf(promptIds),
                isSidechain,
                isMeta,
                continuesTurn,
                isApiError,
                note,
                messageId,
                isSynthetic,
                stopReason,
                List.copyOf(texts),
                hasToolResult));
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "type" -> type = string();
            case "uuid" -> uuid = string();
            case "content" -> note = string();
            case "isSidechain" -> isSidechain = isTrue();
            case "isMeta", "isCompactSummary" -> isMeta |= isTrue();
            case "turnCompanion" -> continuesTurn = isTrue();
            case "isApiErrorMessage" -> isApiError = isTrue();
            case "mergedSendUuids" -> elements(() -> promptIds.add(string()));
            case "attachment" -> object(this::attachmentField);
            case "message" -> object(this::messageField);
            default -> in.skipChildren();
        }
    }

    private void attachmentField(String name) throws IOException {
        if (name.equals("source_uuid")) {
            promptIds.add(string());
        } else {
            in.skipChildren();
        }
    }

    private void messageField(String name) throws IOException {
        switch (name) {
            case "id" -> messageId = string();
            case "stop_reason" -> stopReason = string();
            case "model" -> isSynthetic = string().equals("<synthetic>");
            case "content" -> content();
            default -> in.skipChildren();
        }
    }

    private void content() throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            texts.add(in.getText());
        } else {
            elements(this::block);
        }
    }

    private void block() throws IOException {
        List<String> found = new ArrayList<>();
        object(name -> {
            switch (name) {
                case "type" -> hasToolResult |= string().equals("tool_result");
                case "text" -> found.add(string());
                default -> in.skipChildren();
            }
        });
        texts.addAll(found);
    }

    private interface Field {
        void value(String name) throws IOException;
    }

    private interface Element {
        void value() throws IOException;
    }

    private void object(Field field) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            field.value(name);
        }
    }

    private void elements(Element element) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            element.value();
        }
    }

    private String string() throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        in.skipChildren();
        return "";
    }

    private boolean isTrue() throws IOException {
        boolean value = in.currentToken() == JsonToken.VALUE_TRUE;
        in.skipChildren();
        return value;
    }
}
