package io.github.claudebridge.telegram.access;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.TurnWatch;
import io.github.claudebridge.telegram.conversation.words.SessionWords;
import java.util.Optional;

/**
 * The last look before a prompt goes to Claude, whichever way it came: by a message, a reply, a button or from an earlier run. Thread-safe.
 */
public final class Trespass implements TurnWatch {

    private final SessionAccess access;

    public Trespass(SessionAccess access) {
        this.access = access;
    }

    @Override
    public Optional<String> refuses(SessionName session, Audience audience) {
        long person = audience.userId() == 0 ? audience.chat().value() : audience.userId();
        return access.mayUse(person, session) ? Optional.empty() : Optional.of(SessionWords.NOT_GIVEN);
    }
}
