package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.layout.Piece;
import io.github.claudebridge.telegram.render.internal.layout.Piece.Kind;
import java.util.List;

/** Finds how much of a growing text is finished. */
final class SafeCut {

    private SafeCut() {}

    /**
     * How many of the pieces stay as they are, whatever is added to the text.
     *
     * @param completeLines how many lines of the text end with a line break
     */
    static int finished(List<Piece> pieces, int completeLines) {
        for (int i = pieces.size() - 1; i > 0; i--) {
            if (isSafe(pieces.get(i - 1), pieces.get(i), completeLines)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isSafe(Piece upper, Piece lower, int completeLines) {
        boolean blankBetween = lower.firstLine() - upper.lastLine() > 1;
        if (blankBetween
                && (upper.kind() == Kind.ENDS_AT_BLANK_LINE
                        || upper.kind() == Kind.TABLE
                        || upper.kind() == Kind.DEFINITION)) {
            return true;
        }
        if (upper.kind() == Kind.DEFINITION) {
            return false;
        }
        int deciding = lower.kind() == Kind.TABLE ? 2 : 1;
        return lower.firstLine() + deciding <= completeLines;
    }
}
