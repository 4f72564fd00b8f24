package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionName;

/** Knows which session each chat talks to. Thread-safe. */
@FunctionalInterface
interface Front {

    /** Whether the chat talks to this session. */
    boolean isTalkedTo(SessionName session, ChatId chat);
}
