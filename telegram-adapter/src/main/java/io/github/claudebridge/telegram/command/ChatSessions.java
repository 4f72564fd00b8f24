package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.conversation.words.SessionWords;
import io.github.claudebridge.telegram.journal.ActiveSessions;
import java.util.List;
import java.util.Optional;

/** Which session each chat talks to. Where there are no sessions at all it makes the first. Thread-safe. */
final class ChatSessions {

    private static final SessionName FIRST = SessionName.of("default");

    private final SessionStore store;
    private final ActiveSessions active;
    private final Conversations conversations;
    private final Undecided undecided;

    ChatSessions(SessionStore store, ActiveSessions active, Conversations conversations, Undecided undecided) {
        this.store = store;
        this.active = active;
        this.conversations = conversations;
        this.undecided = undecided;
    }

    sealed interface Choice {}

    record Found(SessionName name) implements Choice {}

    /**
     * Only the person can tell.
     *
     * @param question what to ask
     * @param names what can be chosen, newest activity first
     */
    record Ask(String question, List<SessionName> names) implements Choice {}

    /** The session that was chosen in this chat, also if it is not there any more. */
    Optional<SessionName> active(ChatId chat) {
        return active.of(chat.value(), chat.topic()).map(SessionName::of);
    }

    /** The chat talks to this session from now on; the one that it leaves goes on with what it does. */
    void switchTo(ChatId chat, SessionName name) {
        active.activate(chat.value(), chat.topic(), name.value());
        conversations.frontChanged();
        undecided
                .release(chat)
                .forEach(waiting -> waiting.follow(conversations.prompt(name, List.of(waiting.message()))));
    }

    /**
     * The session that a command in this chat is about.
     *
     * @throws Refusal if only the person can tell
     */
    SessionName require(ChatId chat) {
        Choice choice = of(chat);
        if (choice instanceof Ask ask) {
            throw new Refusal(ask.question());
        }
        return ((Found) choice).name();
    }

    /**
     * The session of this name.
     *
     * @param userId who asks for it
     * @throws Refusal if there is none
     * @throws io.github.claudebridge.session.SessionException if it cannot be a name
     */
    SessionName existing(String word, long userId) {
        SessionName name = SessionName.of(word);
        List<String> names =
                visible(userId).stream().map(entry -> entry.name().value()).toList();
        if (!names.contains(word)) {
            throw new Refusal(SessionWords.noSession(word, NearMiss.of(word, names)));
        }
        return name;
    }

    /**
     * The session that a command names with its first word; the one of the chat if it names none.
     *
     * @throws Refusal as the above
     */
    SessionName namedOrActive(List<String> words, CommandCall call) {
        return words.isEmpty() ? require(call.chat()) : existing(words.get(0), call.userId());
    }

    /** The sessions that a person may know of, newest activity first. */
    List<SessionEntry> visible(long userId) {
        return store.list();
    }

    /** The session that a prompt in this chat belongs to. */
    Choice of(ChatId chat) {
        Optional<SessionName> chosen = active(chat);
        if (chosen.filter(name -> store.find(name).isPresent()).isPresent()) {
            return new Found(chosen.get());
        }
        List<SessionName> names = store.list().stream().map(SessionEntry::name).toList();
        if (chosen.isPresent()) {
            conversations.forget(chosen.get());
            return new Ask(Words.sessionGone(chosen.get().value()), names);
        }
        if (names.isEmpty()) {
            store.create(FIRST, PersonaLibrary.DEFAULT);
            active.activate(chat.value(), chat.topic(), FIRST.value());
            return new Found(FIRST);
        }
        return new Ask(SessionWords.whichSession(), names);
    }
}
