package io.github.claudebridge.telegram.testing.internal.rich;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;

/**
 * What is in a rich message.
 *
 * @param blocks its blocks as a message shows them
 * @param plainText its text without formatting
 * @param blockCount how many blocks it has, list items and table rows included
 * @param depth how deep they nest
 * @param columns the columns of its widest table
 * @param media how many pictures and other files it shows
 */
record RichContent(ArrayNode blocks, String plainText, int blockCount, int depth, int columns, int media) {

    private static final int LONGEST_TEXT = 32_768;
    private static final int MOST_BLOCKS = 500;
    private static final int DEEPEST = 16;
    private static final int MOST_COLUMNS = 20;
    private static final int MOST_MEDIA = 50;

    void checkLimits() {
        check(plainText.codePointCount(0, plainText.length()), LONGEST_TEXT, "is too long");
        check(blockCount, MOST_BLOCKS, "has too many blocks");
        check(depth, DEEPEST, "is nested too deep");
        check(columns, MOST_COLUMNS, "has a table with too many columns");
        check(media, MOST_MEDIA, "has too many media");
    }

    private static void check(int is, int most, String complaint) {
        if (is > most) {
            throw ApiError.badRequest("rich message " + complaint);
        }
    }
}
