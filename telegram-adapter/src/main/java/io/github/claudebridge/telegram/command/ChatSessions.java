package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.access.SessionAccess;
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
    private final SessionAccess access;
    private final ActiveSessions active;
    private final Conversations conversations;
    private final Undecided undecided;

    ChatSessions(
            SessionStore store,
            ActiveSessions active,
            Conversations conversations,
            Undecided undecided,
            SessionAccess access) {
        this.store = store;
        this.active = active;
        this.conversations = conversations;
        this.undecided = undecided;
        this.access = access;
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
    private Optional<SessionName> chosen(ChatId chat) {
        return active.of(chat.value(), chat.topic()).map(SessionName::of);
    }

    /** The session that this chat talks to, if this person may use it. */
    Optional<SessionName> active(ChatId chat, long userId) {
        return chosen(chat).filter(name -> mayUse(userId, name));
    }

    /** Whether a person may use a session that is there. */
    boolean mayUse(long userId, SessionName session) {
        return access.mayUse(userId, session);
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
     * The session that a command of this person in this chat is about.
     *
     * @throws Refusal if only the person can tell
     */
    SessionName require(ChatId chat, long userId) {
        Choice choice = of(chat, userId);
        if (choice instanceof Ask ask) {
            throw new Refusal(ask.question());
        }
        return ((Found) choice).name();
    }

    /**
     * The session of this name.
     *
     * @param userId who asks for it; what is not for this person seems not to be there
     * @throws Refusal if there is none
     * @throws io.github.claudebridge.session.SessionException if it cannot be a name
     */
    SessionName existing(String word, long userId) {
        SessionName name = SessionName.of(word);
        if (!access.mayUse(userId, name)) {
            List<String> names =
                    visible(userId).stream().map(entry -> entry.name().value()).toList();
            throw new Refusal(SessionWords.noSession(word, NearMiss.of(word, names)));
        }
        return name;
    }

    /**
     * The same for what only the owner of a session may do.
     *
     * @throws Refusal as above, and if it is somebody else's
     */
    SessionName owned(SessionName name, long userId) {
        SessionName known = existing(name.value(), userId);
        if (!access.owns(userId, known)) {
            throw new Refusal(SessionWords.notYours(name.value()));
        }
        return known;
    }

    /**
     * The session that a command names with its first word; the one of the chat if it names none.
     *
     * @throws Refusal as the above
     */
    SessionName namedOrActive(List<String> words, CommandCall call) {
        return words.isEmpty() ? require(call.chat(), call.userId()) : existing(words.get(0), call.userId());
    }

    /** The sessions that a person may know of, newest activity first. */
    List<SessionEntry> visible(long userId) {
        return access.visible(userId);
    }

    /** The session that a prompt of this person in this chat belongs to. */
    Choice of(ChatId chat, long userId) {
        Optional<SessionName> chosen = chosen(chat);
        if (chosen.filter(name -> mayUse(userId, name)).isPresent()) {
            return new Found(chosen.get());
        }
        List<SessionName> names =
                visible(userId).stream().map(SessionEntry::name).toList();
        if (chosen.isPresent()) {
            if (store.find(chosen.get()).isPresent()) {
                return new Ask(SessionWords.SOMEBODY_ELSE_S, names);
            }
            conversations.forget(chosen.get());
            return new Ask(Words.sessionGone(chosen.get().value()), names);
        }
        if (names.isEmpty()) {
            SessionName first = free();
            store.create(first, PersonaLibrary.DEFAULT, CommandCall.maker(userId));
            active.activate(chat.value(), chat.topic(), first.value());
            return new Found(first);
        }
        return new Ask(SessionWords.whichSession(), names);
    }

    /** Others, whose sessions are not seen, may have taken the first names. */
    private SessionName free() {
        int number = 1;
        SessionName name = FIRST;
        while (store.find(name).isPresent()) {
            number++;
            name = SessionName.of(FIRST.value() + "-" + number);
        }
        return name;
    }
}
