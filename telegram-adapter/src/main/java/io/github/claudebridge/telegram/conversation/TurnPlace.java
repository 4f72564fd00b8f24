package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.session.SessionName;

/**
 * Where a turn is shown, and how. Immutable.
 *
 * @param session the session that works
 * @param chat where its answer belongs
 * @param key under which the answer is said; whatever else is said belongs to it
 * @param mode how much is shown
 * @param asked whether somebody asked for the turn
 * @param inFront whether this is the session that the chat talks to; of others only the answer is shown
 * @param replyTo the number of the message that is answered; 0 for none
 */
public record TurnPlace(
        SessionName session,
        ChatId chat,
        DeliveryKey key,
        OutputMode mode,
        boolean asked,
        boolean inFront,
        long replyTo) {}
