package io.github.claudebridge.process;

import io.github.claudebridge.process.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message to Claude. Immutable and thread-safe.
 *
 * <p>The id travels with it: the CLI reports by it, stores it in the session's file, and drops a message whose id the session has seen.
 * Keep it to send the same prompt again when it may be lost. To repeat a prompt that has failed or was interrupted, give it a new id.
 */
public final class Prompt {

    private static final long MAX_CHARS = 30_000_000;

    private final UUID id;
    private final String text;
    private final List<Json> attachments;

    private Prompt(UUID id, String text, List<Json> attachments) {
        this.id = id;
        this.text = text;
        this.attachments = List.copyOf(attachments);
    }

    /**
     * A prompt with a new id.
     *
     * @param text what to say, not blank, at most 30 million characters; {@code @path} in it makes the CLI read files
     */
    public static Prompt of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The prompt is empty");
        }
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("The prompt has more than " + MAX_CHARS + " characters");
        }
        return new Prompt(UUID.randomUUID(), text, List.of());
    }

    /**
     * A prompt whose text cannot make the CLI read files: a word joiner after each {@code @} keeps it from being taken for a path. For
     * text of others.
     */
    public static Prompt ofForeign(String text) {
        return of(text.replace("@", "@\u2060"));
    }

    /** The same prompt under this id. */
    public Prompt withId(UUID newId) {
        return new Prompt(newId, text, attachments);
    }

    /**
     * The same prompt with an image.
     *
     * @param mediaType such as {@code image/png}
     * @param bytes the image
     */
    public Prompt withImage(String mediaType, byte[] bytes) {
        return with(Attachments.base64("image", mediaType, bytes));
    }

    /** The same prompt with a PDF document. */
    public Prompt withPdf(byte[] bytes) {
        return with(Attachments.base64("document", "application/pdf", bytes));
    }

    private Prompt with(Json attachment) {
        List<Json> more = new ArrayList<>(attachments);
        more.add(attachment);
        return new Prompt(id, text, more);
    }

    /** Names this prompt in the conversation. */
    public UUID id() {
        return id;
    }

    /** The text. */
    public String text() {
        return text;
    }

    /**
     * The content in the CLI's format: the text alone, or content blocks of which it is the first. The CLI begins a turn some 2 ms earlier
     * when it gets a text alone, as was measured with 2.1.330.
     */
    public Json content() {
        if (attachments.isEmpty()) {
            return Json.of(text);
        }
        List<Json> blocks = new ArrayList<>();
        blocks.add(Json.of(Map.of("type", "text", "text", text)));
        blocks.addAll(attachments);
        return Json.of(blocks);
    }
}
