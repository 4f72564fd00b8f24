package io.github.claudebridge.process.framing;

/** Takes the lines that a {@link LineSplitter} finds. */
public interface LineSink {

    /**
     * A whole line, without its end.
     *
     * @param buffer holds the line; it is reused as soon as this method returns
     * @param offset where the line begins
     * @param length its length in bytes
     */
    void line(byte[] buffer, int offset, int length);

    /**
     * A line that was longer than the limit and was dropped.
     *
     * @param head its first bytes, a few hundred at most
     * @param length its length in bytes
     */
    void tooLong(byte[] head, long length);
}
