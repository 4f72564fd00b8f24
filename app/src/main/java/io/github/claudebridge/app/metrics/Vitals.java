package io.github.claudebridge.app.metrics;

/** What can be asked of a bot at any time. Thread-safe. */
public interface Vitals {

    /** Whether messages are read: Telegram was heard of lately, or is asked again and again. */
    boolean isReading();

    /** How many processes of Claude live. */
    int processes();

    /**
     * How many messages wait to be sent.
     *
     * @throws io.github.claudebridge.telegram.journal.JournalException if the journal cannot be read
     */
    int unsent();
}
