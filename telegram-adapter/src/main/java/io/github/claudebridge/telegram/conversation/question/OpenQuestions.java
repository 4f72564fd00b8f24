package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions that wait for an answer: finds the one that somebody answers, and books how each ends. Thread-safe. */
final class OpenQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenQuestions.class);

    private final Asker asker;
    private final GrantedModes modes;
    private final KeptRules rules;
    private final AuditLog audit;
    private final Set<OpenQuestion> open = ConcurrentHashMap.newKeySet();

    OpenQuestions(Asker asker, GrantedModes modes, KeptRules rules, AuditLog audit) {
        this.asker = asker;
        this.modes = modes;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * Asks people, unless they have made a rule for it.
     *
     * @return completes with what Claude is to be told; never if it takes its request back before
     */
    CompletableFuture<Permission> ask(Subject subject) {
        Optional<Permission.Allow> ruled = rules.answer(subject);
        if (ruled.isPresent()) {
            audit.add(subject.entry(Ending.byRule(ruled.get())));
            return CompletableFuture.completedFuture(ruled.get());
        }
        Dialog dialog =
                subject.dialog(asker.settings().bypass().effective(modes.of(subject.session())), asker.chat()::masked);
        OpenQuestion question = new OpenQuestion(subject, dialog, asker);
        CompletableFuture<Permission> decision = new CompletableFuture<>();
        open.add(question);
        CompletableFuture<Void> unused = question.ending().thenAccept(ending -> {
            open.remove(question);
            book(subject, ending);
            ending.permission().ifPresent(decision::complete);
        });
        question.begin();
        return decision;
    }

    private void book(Subject subject, Ending ending) {
        audit.add(subject.entry(ending));
        ending.permission().ifPresent(permission -> rules.keep(subject, permission));
        ending.mode().ifPresent(mode -> {
            try {
                modes.grant(subject.session(), mode, ending.userId());
            } catch (SessionException e) {
                LOG.error(
                        "The mode of session {} was not kept: {}",
                        subject.session().value(),
                        e.getMessage());
            }
        });
    }

    /** Takes the press of a button; false if nobody waits for it. */
    boolean chosen(Chosen chosen) {
        return open.stream().anyMatch(question -> question.chosen(chosen));
    }

    /**
     * Takes a message that answers a question: a reply to it, or else what is written next, to the youngest that wants it.
     *
     * @param key names the message
     * @param isFront whether the chat talks to this session: what is written after a switch is for the other one
     */
    boolean written(UserMessage message, DeliveryKey key, Predicate<SessionName> isFront) {
        Optional<OpenQuestion> meant = message.repliesTo() == 0
                ? open.stream()
                        .filter(question -> question.isMeant(message) && isFront.test(question.session()))
                        .max(Comparator.comparing(OpenQuestion::since))
                : asker.chat()
                        .keyOf(message.chat(), message.repliesTo())
                        .flatMap(said -> open.stream()
                                .filter(question -> question.isAbout(said))
                                .findFirst());
        return meant.filter(question -> question.written(message, key)).isPresent();
    }

    /** The bot stops. */
    void stop() {
        open.forEach(OpenQuestion::stop);
    }
}
