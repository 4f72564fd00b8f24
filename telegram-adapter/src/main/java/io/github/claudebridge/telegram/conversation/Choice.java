package io.github.claudebridge.telegram.conversation;

/**
 * One possible answer to a question. Immutable.
 *
 * @param id names it to whoever asked; never seen by people
 * @param label what stands on its button
 * @param style how its button looks, where the chat can show it
 */
public record Choice(String id, String label, Style style) {

    /** What a choice means to the person who makes it. */
    public enum Style {
        PLAIN,
        /** It lets something happen. */
        SUCCESS,
        /** It stops or destroys something. */
        DANGER
    }

    /** A choice that looks like any other. */
    public Choice(String id, String label) {
        this(id, label, Style.PLAIN);
    }
}
