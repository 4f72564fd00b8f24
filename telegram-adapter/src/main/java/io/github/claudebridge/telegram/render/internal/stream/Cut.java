package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.layout.Piece;

/**
 * A place in the source before which nothing changes any more. Immutable.
 *
 * @param offset where it is
 * @param gap the gap of the piece that begins there
 * @param number the number of that piece if it is an item of a list that has begun before, otherwise {@link Piece#NOT_IN_LIST}
 * @param opener the line that opens the code in which the place lies, with its line break; empty where it lies in none
 */
record Cut(int offset, int gap, int number, String opener) {

    /** The beginning of the document. */
    static final Cut START = new Cut(0, 0, Piece.NOT_IN_LIST, "");
}
