package io.github.claudebridge.telegram.testing;

/**
 * One stretch of formatting in a message. Immutable.
 *
 * @param type the Bot API's name of it, such as {@code bold} or {@code text_link}
 * @param offset where it starts, in UTF-16 units
 * @param length how long it is, in UTF-16 units
 * @param argument what the type needs besides: the address of a {@code text_link}, the language of a {@code pre}, the identifier of
 *     a {@code custom_emoji} or of the user of a {@code text_mention}, the Unix time of a {@code date_time}; otherwise empty
 */
public record TextEntity(String type, int offset, int length, String argument) {

    /** An entity that needs nothing besides its place. */
    public static TextEntity of(String type, int offset, int length) {
        return new TextEntity(type, offset, length, "");
    }

    /** Where it ends (exclusive), in UTF-16 units. */
    public int end() {
        return offset + length;
    }

    /** The same entity in another place. */
    public TextEntity at(int newOffset, int newLength) {
        return new TextEntity(type, newOffset, newLength, argument);
    }
}
