package io.github.claudebridge.telegram.conversation;

/**
 * One possible answer to a question. Immutable.
 *
 * @param id names it to whoever asked; never seen by people
 * @param label what stands on its button
 * @param style how its button looks, where the chat can show it
 * @param stays whether the question stays open, with all its buttons, when this is chosen: as often as people like
 */
public record Choice(String id, String label, Style style, boolean stays) {

    /** What a choice means to the person who makes it. */
    public enum Style {
        PLAIN,
        /** It lets something happen. */
        SUCCESS,
        /** It stops or destroys something. */
        DANGER
    }

    /** A choice that answers the question. */
    public Choice(String id, String label, Style style) {
        this(id, label, style, false);
    }

    /** A choice that answers the question and looks like any other. */
    public Choice(String id, String label) {
        this(id, label, Style.PLAIN);
    }

    /** A choice that leaves the question open. */
    public static Choice staying(String id, String label) {
        return new Choice(id, label, Style.PLAIN, true);
    }
}
