package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as the journal keeps it until it is sent. Immutable.
 *
 * @param buttons below the message, one in each row
 * @param edits the delivery whose last message this replaces; null for a new message
 * @param replyTo the number of the message that this answers; 0 for none
 * @param files what is sent with the message as the caption; several are an album
 */
record MessageBody(
        RenderedMessage message,
        List<Button> buttons,
        @Nullable String edits,
        long replyTo,
        List<BodyFile> files) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /**
     * A button.
     *
     * @param data comes back when it is pressed; at most 64 bytes
     * @param style the Bot API's word; null for none
     */
    record Button(String label, String data, @Nullable String style) {}

    /**
     * A file as the journal keeps it.
     *
     * @param folder absolute; empty for a text that is kept here
     * @param path below the folder
     * @param content the text; null for a file of the folder
     */
    record BodyFile(
            String folder,
            String path,
            boolean photo,
            @Nullable String content) {

        /** A file of a folder. */
        static BodyFile of(String folder, String path, boolean photo) {
            return new BodyFile(folder, path, photo, null);
        }

        /** A text that becomes a file when it is sent. */
        static BodyFile ofText(String name, String content) {
            return new BodyFile("", name, false, content);
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    MessageBody {
        buttons = List.copyOf(buttons);
        files = List.copyOf(files);
    }

    /** A new message. */
    static MessageBody of(RenderedMessage message) {
        return new MessageBody(message, List.of(), null, 0, List.of());
    }

    MessageBody withButtons(List<Button> below) {
        return new MessageBody(message, below, edits, replyTo, files);
    }

    /** The same as the new form of a message that was sent before. */
    MessageBody editing(String key) {
        return new MessageBody(message, buttons, key, replyTo, files);
    }

    MessageBody replyingTo(long messageId) {
        return new MessageBody(message, buttons, edits, messageId, files);
    }

    MessageBody withFiles(List<BodyFile> sent) {
        return new MessageBody(message, buttons, edits, replyTo, sent);
    }

    /** The same with another text. */
    MessageBody with(RenderedMessage other) {
        return new MessageBody(other, buttons, edits, replyTo, files);
    }

    /** A form that asks less of the server: pictures as files, or else no formatting; nothing if there is none. */
    Optional<MessageBody> simpler() {
        if (files.stream().anyMatch(BodyFile::photo)) {
            return Optional.of(withFiles(files.stream()
                    .map(file -> new BodyFile(file.folder(), file.path(), false, file.content()))
                    .toList()));
        }
        return message.entities().isEmpty()
                ? Optional.empty()
                : Optional.of(with(new RenderedMessage(message.text(), List.of())));
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of strings and numbers can always be written", e);
        }
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws JsonProcessingException if it is something else
     */
    static MessageBody read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, MessageBody.class);
    }
}
