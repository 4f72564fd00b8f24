package io.github.claudebridge.telegram.render.internal.layout;

import java.util.List;

/**
 * A top-level block, or one item of a top-level list: as much as is laid out without a look at its neighbours. Immutable.
 *
 * @param content what it shows, possibly nothing
 * @param gap how many lines further down it begins than the piece before it ends
 * @param continuesCode whether its code belongs to the code with which the piece before it ends
 * @param kind what can still happen to it when text is added behind it
 * @param number the number of a list's item, otherwise {@link #NOT_IN_LIST}
 * @param firstLine the index of its first line in the source
 * @param lastLine the index of its last line in the source
 * @param definitions what it defines for the whole document
 */
public record Piece(
        StyledText content,
        int gap,
        boolean continuesCode,
        Kind kind,
        int number,
        int firstLine,
        int lastLine,
        List<Definition> definitions) {

    /** The number of a piece that is no item of a list. */
    public static final int NOT_IN_LIST = -1;

    /** How firmly a piece is closed. */
    public enum Kind {
        /** A blank line behind it ends it. */
        ENDS_AT_BLANK_LINE,
        /** A table, which its second line makes one. */
        TABLE,
        /** A definition, of which the text on the next line may be a part. */
        DEFINITION,
        /** Code whose end has not come yet. */
        OPEN_CODE,
        /** A block that may go on behind blank lines. */
        OTHER
    }

    public Piece {
        definitions = List.copyOf(definitions);
    }

    /** The same piece, as a part of the code above it. */
    public Piece asContinuation() {
        return new Piece(content, 1, true, kind, number, firstLine, lastLine, definitions);
    }
}
