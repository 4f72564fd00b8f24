package io.github.claudebridge.telegram.render.internal.stream;

/**
 * Bounds the work on a growing text: what is laid out for previews is, in sum and beyond an advance, no more than the text itself, in whatever steps it comes. Work is
 * counted in UTF-16 units that are parsed. Not thread-safe.
 */
final class WorkBudget {

    /** Some milliseconds: enough for an ordinary answer to be laid out for every frame of it. */
    private static final int ADVANCE = 65_536;

    /** What a run of the parser costs beside the text that it reads. */
    private static final int RUN = 300;

    private long spent;

    /** Counts one run of the parser. */
    void spend(int length) {
        spent += RUN + length;
    }

    /**
     * Whether there is enough left.
     *
     * @param length how much would be parsed
     * @param total the length of the whole text so far
     */
    boolean allows(int length, int total) {
        return spent + RUN + length <= ADVANCE + total;
    }
}
