package io.github.claudebridge.telegram.testing;

/** The queue of updates, for tests of what seldom happens. Thread-safe. */
public interface Updates {

    /** How many updates the bot has not confirmed. */
    int pending();

    /** Whether a poll of the bot is waiting now. */
    boolean isPolled();

    /**
     * Queues an update as it is.
     *
     * @param json a JSON object; {@code update_id} is put in
     */
    void addRaw(String json);

    /** Queues a message that clients with fixed types cannot read: it has fields of the wrong type. */
    void addPoison(long chatId);

    /** Queues the last unconfirmed update once more under its number. */
    void repeatLast();

    /** Goes on counting at {@code updateId}, as the server does after a week without updates. */
    void continueAt(long updateId);
}
