package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.journal.ActiveSessions;
import java.util.List;
import java.util.Optional;

/** Finds the session that a prompt belongs to. Where there are no sessions at all it makes the first. */
final class ActiveSession {

    private static final SessionName FIRST = SessionName.of("default");

    private final SessionStore store;
    private final ActiveSessions active;

    ActiveSession(SessionStore store, ActiveSessions active) {
        this.store = store;
        this.active = active;
    }

    sealed interface Choice {}

    record Found(SessionName name) implements Choice {}

    /** Only the person can tell. */
    record Ask(String question) implements Choice {}

    Choice of(ChatId chat) {
        Optional<SessionName> chosen = active.of(chat.value()).map(SessionName::of);
        if (chosen.isPresent()) {
            return store.find(chosen.get()).isPresent()
                    ? new Found(chosen.get())
                    : new Ask(Words.sessionGone(chosen.get().value()));
        }
        List<SessionEntry> sessions = store.list();
        if (sessions.isEmpty()) {
            store.create(FIRST, PersonaLibrary.DEFAULT);
            active.activate(chat.value(), FIRST.value());
            return new Found(FIRST);
        }
        return new Ask(Words.chooseSession(
                sessions.stream().map(entry -> entry.name().value()).toList()));
    }
}
