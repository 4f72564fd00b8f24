package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.session.GrantRequest;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the owner about rights that somebody has written into the metadata of a session: by hand, or Claude did. They count only after a
 * yes. Each such edit is asked about once in a run. Thread-safe.
 */
final class GrantQuestions {

    static final String KEYS = "grant/";

    private static final Logger LOG = LoggerFactory.getLogger(GrantQuestions.class);
    private static final String ALLOW = "allow";
    private static final String PUT_BACK = "put-back";

    private final SessionStore store;
    private final Chat chat;
    private final AuditLog audit;
    private final Owners owners;
    private final RequestedRights rights;
    private final Map<SessionName, Asked> asked = new ConcurrentHashMap<>();

    /** A question, and what it is about. */
    private record Asked(DeliveryKey key, GrantRequest request) {}

    GrantQuestions(SessionStore store, Chat chat, AuditLog audit, Owners owners, RequestedRights rights) {
        this.store = store;
        this.chat = chat;
        this.audit = audit;
        this.owners = owners;
        this.rights = rights;
    }

    /** Looks whether there is something to ask; an edit that was changed again or taken back is asked about no more. Never throws. */
    void look(SessionName session) {
        try {
            Optional<GrantRequest> request = store.grants().request(session);
            Asked before = asked.get(session);
            if (before != null && !request.equals(Optional.of(before.request()))) {
                asked.remove(session);
                chat.withdraw(before.key(), QuestionWords.EDITED_AGAIN);
            }
            if (request.isPresent() && !asked.containsKey(session)) {
                owners.of(session).ifPresent(owner -> ask(session, request.get(), owner));
            }
        } catch (SessionException e) {
            LOG.warn("The rights of session {} were not looked at: {}", session.value(), e.getMessage());
        }
    }

    private void ask(SessionName session, GrantRequest request, Audience owner) {
        if (!rights.areWider(session, request)) {
            tell(owner, key(session), rights.grant(session, request, 0));
            return;
        }
        DeliveryKey key = key(session);
        if (asked.putIfAbsent(session, new Asked(key, request)) == null) {
            Question question = new Question(
                    QuestionWords.grant(session.value(), rights.describe(request)),
                    List.of(
                            new Choice(ALLOW, QuestionWords.GRANT, Choice.Style.DANGER),
                            new Choice(PUT_BACK, QuestionWords.PUT_BACK)),
                    Subject.people(owner));
            CompletableFuture<Void> unused = chat.ask(owner.chat(), key, question)
                    .exceptionally(failure -> {
                        asked.remove(session);
                        return null;
                    });
        }
    }

    private static DeliveryKey key(SessionName session) {
        return new DeliveryKey(KEYS + session.value() + "/" + UUID.randomUUID());
    }

    /** Takes the answer, which counts for what was asked and nothing else. */
    CompletableFuture<Handled> chosen(Chosen chosen) {
        SessionName session = SessionName.of(chosen.question().value().split("/", 3)[1]);
        DeliveryKey told = chosen.question().with("told");
        Asked question = asked.get(session);
        try {
            Optional<GrantRequest> now = store.grants().request(session);
            if (question == null
                    || !question.key().equals(chosen.question())
                    || !now.equals(Optional.of(question.request()))) {
                return chat.notice(chosen.chat(), told, QuestionWords.EDITED_AGAIN)
                        .thenApply(said -> Handled.FAILED);
            }
            audit.add(new AuditEntry(
                    session.value(),
                    chosen.userId(),
                    "grant",
                    rights.describe(question.request()),
                    chosen.choiceId(),
                    ""));
            CompletableFuture<String> words = chosen.choiceId().equals(ALLOW)
                    ? rights.grant(session, question.request(), chosen.userId())
                    : rights.putBack(session);
            asked.remove(session);
            return words.thenCompose(text -> chat.notice(chosen.chat(), told, text))
                    .thenApply(said -> Handled.DONE);
        } catch (SessionException e) {
            return chat.failure(chosen.chat(), told, e.problem() + " " + e.nextStep())
                    .thenApply(said -> Handled.FAILED);
        }
    }

    private void tell(Audience owner, DeliveryKey key, CompletableFuture<String> words) {
        CompletableFuture<Void> unused = words.thenCompose(text -> chat.notice(owner.chat(), key, text));
    }
}
