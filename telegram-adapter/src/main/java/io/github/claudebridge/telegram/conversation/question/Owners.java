package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.access.SessionAccess;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.Optional;
import java.util.OptionalLong;

/** Who is asked where more is to be allowed in a session than before: its owner, also where somebody else talks to it. Thread-safe. */
final class Owners {

    private final SessionAccess access;
    private final Sessions sessions;

    Owners(SessionAccess access, Sessions sessions) {
        this.access = access;
        this.sessions = sessions;
    }

    /** The person and the place; empty where the session was not spoken to yet. */
    Optional<Audience> of(SessionName session) {
        OptionalLong owner = access.owner(session);
        return sessions.audience(session)
                .map(audience -> owner.isPresent() ? place(audience, owner.getAsLong()) : audience);
    }

    /** Nobody else can see a private chat, whose number is that of its person. */
    private static Audience place(Audience speaker, long owner) {
        boolean isPrivate = speaker.chat().value() == speaker.userId();
        ChatId where = isPrivate && speaker.userId() != owner ? new ChatId(owner) : speaker.chat();
        return new Audience(where, owner);
    }
}
