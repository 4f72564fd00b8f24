package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.access.SessionAccess;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChoiceHandler;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.SessionSetup;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.StoredQuestion;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Puts what Claude asks in any session to the people it works for, and their answers back to Claude; starts each process with the
 * rights that were granted to its session. Thread-safe.
 */
public final class SessionQuestions implements SessionSetup, ChoiceHandler, AutoCloseable {

    /** What is asked when a file is to be sent that is not in the session's folder; {@code file_path} of the input names it. */
    public static final String SEND_FILE = "SendFile";

    /** How the keys of Claude's questions begin; the name of the session follows. */
    static final String KEYS = "ask/";

    /** The process itself gives up later than people are given time. */
    private static final Duration SLACK = Duration.ofHours(1);

    private final SessionStore store;
    private final Chat chat;
    private final QuestionSettings settings;
    private final Sessions sessions;
    private final OpenQuestions open;
    private final DeadQuestions dead;
    private final TrustQuestions trust;
    private final GrantQuestions grants;

    /**
     * Withdraws the questions of earlier runs, which nobody waits for any more.
     *
     * @param journal knows those questions, and which messages were taken as answers
     * @param audit takes what is decided
     */
    public SessionQuestions(
            SessionStore store,
            Chat chat,
            Journal journal,
            AuditLog audit,
            QuestionSettings settings,
            Sessions sessions,
            Timers timers,
            Clock clock) {
        this.store = store;
        this.chat = chat;
        this.settings = settings;
        this.sessions = sessions;
        this.open = new OpenQuestions(
                new Asker(chat, journal.decisions(), settings, timers, clock),
                new GrantedModes(store, audit),
                new KeptRules(store),
                audit);
        Owners owners = new Owners(new SessionAccess(store), sessions);
        this.trust = new TrustQuestions(store, chat, audit, sessions, owners);
        this.grants = new GrantQuestions(
                store,
                chat,
                audit,
                owners,
                new RequestedRights(store, new Modes(store, audit, settings, sessions), sessions));
        List<StoredQuestion> left = Stream.of(KEYS, TrustQuestions.KEYS, GrantQuestions.KEYS)
                .flatMap(keys -> journal.questions().open(keys).stream())
                .toList();
        left.forEach(question -> chat.withdraw(new DeliveryKey(question.key()), QuestionWords.RESTARTED));
        this.dead = new DeadQuestions(chat, journal.decisions(), left, clock.instant());
    }

    @Override
    public void prepare(SessionName session, ClaudeProcessBuilder builder) {
        Grants granted = store.grants().of(session);
        new SessionRights(settings.bypass()).set(builder, granted);
        builder.permissionsAsync(request -> ask(session, request))
                .limits(Limits.DEFAULT.withPermission(settings.denyAfter().plus(SLACK)));
        if (!granted.trusted()) {
            trust.ask(session);
        }
    }

    @Override
    public void spokenTo(SessionName session) {
        grants.look(session);
    }

    /**
     * Asks somebody for a permission, with the reminder and the time limit of all questions.
     *
     * @param audience who is asked, and where
     * @return what was decided; never completes if the request is withdrawn before
     */
    public CompletableFuture<Permission> ask(SessionName session, PermissionRequest request, Audience audience) {
        return open.ask(new Subject(session, request, audience));
    }

    CompletableFuture<Permission> ask(SessionName session, PermissionRequest request) {
        return sessions.audience(session)
                .map(audience -> ask(session, request, audience))
                .orElseGet(() -> CompletableFuture.completedFuture(Permission.deny(QuestionWords.NOBODY_TO_ASK)));
    }

    /** Whether the question of this key was asked here, by this run or an earlier one, so that its answer is for {@link #chosen}. */
    public boolean asked(DeliveryKey question) {
        return Stream.of(KEYS, TrustQuestions.KEYS, GrantQuestions.KEYS).anyMatch(question.value()::startsWith);
    }

    @Override
    public CompletableFuture<Handled> chosen(Chosen chosen) {
        if (chosen.question().value().startsWith(TrustQuestions.KEYS)) {
            return trust.chosen(chosen);
        }
        if (chosen.question().value().startsWith(GrantQuestions.KEYS)) {
            return grants.chosen(chosen);
        }
        return open.chosen(chosen)
                ? CompletableFuture.completedFuture(Handled.DONE)
                : chat.notice(chosen.chat(), chosen.question().with("late"), QuestionWords.TOO_LATE)
                        .thenApply(told -> Handled.FAILED);
    }

    /**
     * Takes a message that answers one of Claude's questions. Commands, files and what is passed on never do.
     *
     * @return empty if it is for somebody else
     */
    public Optional<CompletableFuture<Handled>> take(UserMessage message, DeliveryKey key) {
        String text = message.text();
        boolean canAnswer = message.files().isEmpty()
                && message.forwardedFrom().isEmpty()
                && !text.isBlank()
                && !text.startsWith("/");
        if (!canAnswer) {
            return Optional.empty();
        }
        if (dead.take(message, key)) {
            return Optional.of(chat.notice(message.chat(), key.with("late"), QuestionWords.TOO_LATE)
                    .thenApply(told -> Handled.FAILED));
        }
        return open.written(message, key, session -> sessions.isFront(session, message.chat()))
                ? Optional.of(CompletableFuture.completedFuture(Handled.DONE))
                : Optional.empty();
    }

    /** Tells people that nothing is waited for any more. To be called before the processes are ended. */
    @Override
    public void close() {
        open.stop();
    }
}
