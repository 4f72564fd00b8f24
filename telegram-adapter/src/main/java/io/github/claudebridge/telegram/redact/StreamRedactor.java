package io.github.claudebridge.telegram.redact;

/**
 * Masks secrets in a text that comes in pieces, which may end within a secret. What could be the beginning of one is kept back: secrets
 * contain no blanks, so that is the last word. Not thread-safe.
 */
public final class StreamRedactor {

    /** A word that is longer than any secret is let go in parts. */
    private static final int LONGEST_WORD = 2_000;

    private final Redactor redactor;
    private final StringBuilder kept = new StringBuilder();

    public StreamRedactor(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Takes the next piece.
     *
     * @return what is safe to show beyond what was returned before; may be empty
     */
    public String append(CharSequence piece) {
        kept.append(piece);
        int end = kept.length();
        while (end > 0 && !Character.isWhitespace(kept.charAt(end - 1))) {
            end--;
        }
        return release(kept.length() - end > LONGEST_WORD ? kept.length() - LONGEST_WORD / 2 : end);
    }

    private String release(int end) {
        String safe = redactor.clean(kept.toString()).substring(0, end);
        kept.delete(0, end);
        return safe;
    }
}
