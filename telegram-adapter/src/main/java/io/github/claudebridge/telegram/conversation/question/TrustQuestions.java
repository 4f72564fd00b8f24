package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Asks whether the folder of a session is trusted, once in each run of the bot. Thread-safe. */
final class TrustQuestions {

    static final String KEYS = "trust/";

    private static final String TRUST = "trust";
    private static final String NOT_NOW = "not-now";

    private final SessionStore store;
    private final Chat chat;
    private final AuditLog audit;
    private final Sessions sessions;
    private final Owners owners;
    private final Map<SessionName, Asked> asked = new ConcurrentHashMap<>();

    /** A question, and the folder that it is about. */
    private record Asked(DeliveryKey key, Optional<FolderId> folder) {}

    TrustQuestions(SessionStore store, Chat chat, AuditLog audit, Sessions sessions, Owners owners) {
        this.store = store;
        this.chat = chat;
        this.audit = audit;
        this.sessions = sessions;
        this.owners = owners;
    }

    /** Asks the owner, if somebody has spoken to the session, and unless it was asked before. */
    void ask(SessionName session) {
        owners.of(session).ifPresent(audience -> {
            DeliveryKey key = new DeliveryKey(KEYS + session.value() + "/" + UUID.randomUUID());
            Path folder = store.grants().workingDirectory(session);
            if (asked.putIfAbsent(session, new Asked(key, FolderId.of(folder))) == null) {
                ask(session, folder, key, audience);
            }
        });
    }

    private void ask(SessionName session, Path folder, DeliveryKey key, Audience audience) {
        Question question = new Question(
                QuestionWords.trust(session.value(), folder.toString()),
                List.of(
                        new Choice(TRUST, QuestionWords.TRUST, Choice.Style.DANGER),
                        new Choice(NOT_NOW, QuestionWords.NOT_NOW)),
                Subject.people(audience));
        CompletableFuture<Void> unused = chat.ask(audience.chat(), key, question)
                .exceptionally(failure -> {
                    asked.remove(session);
                    return null;
                });
    }

    CompletableFuture<Handled> chosen(Chosen chosen) {
        SessionName session = SessionName.of(chosen.question().value().split("/", 3)[1]);
        Optional<FolderId> folder = FolderId.of(store.grants().workingDirectory(session));
        boolean same = folder.isPresent() && new Asked(chosen.question(), folder).equals(asked.get(session));
        if (!same) {
            return chat.notice(chosen.chat(), chosen.question().with("late"), QuestionWords.OTHER_FOLDER)
                    .thenApply(told -> Handled.FAILED);
        }
        audit.add(new AuditEntry(
                session.value(), chosen.userId(), "trust", folder.get().path().toString(), chosen.choiceId(), ""));
        return chosen.choiceId().equals(TRUST)
                ? chat.notice(chosen.chat(), chosen.question().with("trusted"), trust(session))
                        .thenApply(told -> Handled.DONE)
                : CompletableFuture.completedFuture(Handled.DONE);
    }

    private String trust(SessionName session) {
        try {
            store.grants().change(session, grants -> grants.withTrusted(true));
        } catch (SessionException e) {
            return e.problem() + " " + e.nextStep();
        }
        boolean idle = sessions.live(session)
                .filter(process -> process.status() == Status.IDLE)
                .isPresent();
        if (idle) {
            CompletableFuture<Void> unused = sessions.suspend(session);
        }
        return QuestionWords.TRUSTED;
    }
}
