package io.github.claudebridge.telegram.testing.internal.text;

/**
 * A parameter that carries formatted text, and its rules.
 *
 * @param name the parameter with the text
 * @param entitiesName the parameter with its entities
 * @param longest the most code points it may have when it is shown
 * @param tooLong the refusal of a longer one
 * @param mayBeEmpty whether nothing at all may be shown
 */
public record TextField(String name, String entitiesName, int longest, String tooLong, boolean mayBeEmpty) {

    /** The text of a message. */
    public static final TextField TEXT = new TextField("text", "entities", 4096, "message is too long", false);

    /** The text of an edited message. */
    public static final TextField EDIT = new TextField("text", "entities", 4096, "MESSAGE_TOO_LONG", false);

    /** The text of a draft. */
    public static final TextField DRAFT = new TextField("text", "entities", 4096, "message is too long", true);

    /** The caption of a file. */
    public static final TextField CAPTION =
            new TextField("caption", "caption_entities", 1024, "message caption is too long", true);
}
