package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.session.SessionName;
import java.util.Optional;

/** Looks at the turns of all sessions from outside: may keep a prompt from Claude, and hears how it went. Thread-safe. */
public interface TurnWatch {

    /**
     * A prompt is about to be given to Claude. May wait for the disk.
     *
     * @param audience who wants it
     * @return why it is not given, with what to do about it, in plain text; empty if it may be
     */
    default Optional<String> refuses(SessionName session, Audience audience) {
        return Optional.empty();
    }

    /**
     * A prompt goes to Claude.
     *
     * @param key names it
     * @param length how many characters it has
     */
    default void begins(SessionName session, Audience audience, DeliveryKey key, int length) {}

    /** Claude has reported the end of a turn, also of one that nobody asked for. */
    default void ended(SessionName session, Audience audience, TurnResult turn) {}

    /**
     * Nothing is left to do with Claude for what was asked, however it ended, and what there is to say about it is stored. After a crash at
     * this moment it comes again.
     */
    default void settled(SessionName session, Audience audience) {}
}
