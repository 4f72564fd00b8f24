package io.github.claudebridge.telegram.gateway;

import java.util.Map;

/** Where updates go. Called on the polling thread. */
interface UpdateInbox {

    /**
     * Stores updates and returns when they are safe.
     *
     * @param payloads the updates as Telegram sent them, by number
     * @throws RuntimeException if they could not be stored; they are brought again
     */
    void receive(Map<Long, String> payloads);

    /** Takes note that updates could not be stored; that they are brought again is not its business. Does not throw. */
    void notStored(Map<Long, String> payloads);
}
