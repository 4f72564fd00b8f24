package io.github.claudebridge.telegram.journal;

import org.jspecify.annotations.Nullable;

/**
 * An update that has not been handled to its end.
 *
 * @param id Telegram's {@code update_id}
 * @param state how far it got
 * @param payload the update as Telegram sent it, JSON
 * @param answer what is to be delivered, Markdown; null unless the state is {@link State#ANSWERED}
 */
public record StoredUpdate(
        long id, State state, String payload, @Nullable String answer) {

    /** How far an open update got. */
    public enum State {
        /** It is stored, and nothing was done for it. */
        RECEIVED,
        /** Its work may have begun, so that doing it again needs a decision. */
        STARTED,
        /** Its work is done; the answer may not have been delivered. */
        ANSWERED
    }
}
