package io.github.claudebridge.telegram.conversation;

/**
 * What people see of an answer while it is being written. It makes no sound. Only its newest state is shown, as often as the chat
 * allows, and it never delays an answer. Thread-safe; every method returns at once.
 */
public interface Draft extends AutoCloseable {

    /**
     * Says above the text what goes on.
     *
     * @param line plain text of one line; empty for nothing
     */
    void headline(String line);

    /** Adds to the end of the text, Markdown that may end anywhere. Of a long text the end is shown; a word is shown when a blank follows. */
    void append(String markdown);

    /** Begins the text afresh. */
    void restart();

    /** Takes it away. Closing again does nothing. To be called before the answer is said. */
    @Override
    void close();
}
