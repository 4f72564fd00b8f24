package io.github.claudebridge.app.chat;

/** Where the conversation is shown. Implementations are thread-safe. */
interface Screen {

    /** Shows a text of one or more lines. */
    void show(String text);

    /** Shows what goes on at the moment; whoever does not look at a terminal need not know. */
    void activity(String line);

    /** Whether answers are to be shown while they are written. */
    boolean streams();
}
