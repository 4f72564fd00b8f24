package io.github.claudebridge.telegram.render;

/**
 * How much of an answer is shown in the chat before the rest goes into a file. Immutable.
 *
 * @param longest the most UTF-16 units that are shown whole
 * @param head how many UTF-16 units are shown of an answer that is longer, at most {@link RenderedMessage#MAX_LENGTH}
 * @param longestCode the most UTF-16 units of a code block that is shown in its place; a longer one becomes a file of its own
 */
public record AnswerSize(int longest, int head, int longestCode) {

    /** About three full messages. */
    public static final AnswerSize FEW_MESSAGES =
            new AnswerSize(3 * RenderedMessage.MAX_LENGTH, 3_500, 3 * RenderedMessage.MAX_LENGTH);

    /** About what a phone shows without scrolling far. */
    public static final AnswerSize ONE_SCREEN = new AnswerSize(1_500, 1_000, 1_000);

    private static final int SMALLEST_HEAD = 100;

    public AnswerSize {
        if (head < SMALLEST_HEAD || head > RenderedMessage.MAX_LENGTH || longest < head || longestCode < 0) {
            throw new IllegalArgumentException("Needs " + SMALLEST_HEAD + " <= head <= " + RenderedMessage.MAX_LENGTH
                    + ", longest >= head, longestCode >= 0: " + head + ", " + longest + ", " + longestCode);
        }
    }
}
