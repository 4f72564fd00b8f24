package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A request of Claude while people are asked about it: shows the states of its dialog in the chat, brings it back to mind, and ends
 * once. Whoever is first ends it: a button, a text, the time, or Claude itself. Thread-safe.
 */
final class OpenQuestion {

    /** What was written before something was asked is no answer to it. Messages carry their time in whole seconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private static final String NEXT_MESSAGE = "text";
    private static final String WRITE = "write";

    private final Subject subject;
    private final Asker asker;
    private final Chat chat;
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private Dialog dialog;
    private DeliveryKey key;
    private Instant since;
    private long writer;
    private boolean reminded;
    private Runnable noReminder = () -> {};

    OpenQuestion(Subject subject, Dialog dialog, Asker asker) {
        this.subject = subject;
        this.dialog = dialog;
        this.asker = asker;
        this.chat = asker.chat();
        this.key = newKey();
        this.since = asker.clock().instant();
    }

    /** The key tells a later run, too, whether the next message was an answer. */
    private DeliveryKey newKey() {
        DeliveryKey named =
                new DeliveryKey(SessionQuestions.KEYS + subject.session().value() + "/" + UUID.randomUUID());
        return dialog.takesNextMessage() ? named.with(NEXT_MESSAGE) : named;
    }

    /** Whether the next message was an answer to a question of this key, when it was shown last. */
    static boolean tookNextMessage(DeliveryKey question, Chat chat) {
        return question.value().endsWith("/" + NEXT_MESSAGE) || chat.hasSaid(question.with(WRITE));
    }

    /** Completes when it is over; never exceptionally. */
    CompletableFuture<Ending> ending() {
        return ending;
    }

    /** Asks. To be called once. */
    synchronized void begin() {
        Runnable noEnd = asker.timers().after(asker.settings().denyAfter(), this::expire);
        CompletableFuture<Void> unused = ending.thenRun(() -> {
            noEnd.run();
            stopReminding();
        });
        show();
        subject.request().withdrawn().thenRun(this::withdrawn);
    }

    private void show() {
        since = asker.clock().instant();
        Card card = dialog.card();
        card.whole().ifPresent(this::send);
        CompletableFuture<Void> unused = chat.ask(where(), key, subject.question(card, dialog.choices()))
                .exceptionally(failure -> {
                    notAsked();
                    return null;
                });
        stopReminding();
        if (!reminded) {
            noReminder = asker.timers().after(asker.settings().remindAfter(), this::remind);
        }
    }

    private void send(Card.Whole whole) {
        CompletableFuture<Void> unused = chat.text(where(), key.with("whole"), whole.name(), whole.text());
    }

    private synchronized void stopReminding() {
        noReminder.run();
    }

    private ChatId where() {
        return subject.audience().chat();
    }

    private synchronized void notAsked() {
        if (!ending.isDone()) {
            say("not-asked", QuestionWords.notAsked(subject.session().value()));
            ending.complete(Ending.undecided("not asked", QuestionWords.NOBODY_TO_ASK));
        }
    }

    /** Takes the press of a button; false if it is no button of this. */
    synchronized boolean chosen(Chosen chosen) {
        if (ending.isDone() || !chosen.question().equals(key)) {
            return false;
        }
        go(dialog.chosen(chosen.choiceId()), chosen.userId());
        return true;
    }

    /** Whether a message that replies to nothing is an answer to this. */
    synchronized boolean isMeant(UserMessage message) {
        return !ending.isDone()
                && dialog.takesNextMessage()
                && message.chat().equals(where())
                && (writer == 0 || writer == message.userId())
                && subject.isAskedOf(message.userId())
                && !message.sentAt().isBefore(since.minus(ROUNDING));
    }

    SessionName session() {
        return subject.session();
    }

    /** Since when it is asked as it is now. */
    synchronized Instant since() {
        return since;
    }

    /** Whether something was said by or about this. */
    synchronized boolean isAbout(DeliveryKey said) {
        return isAbout(said, key);
    }

    static boolean isAbout(DeliveryKey said, DeliveryKey question) {
        return said.equals(question) || said.value().startsWith(question.value() + "/");
    }

    /** Takes a written answer; false if it does not count, because somebody else is asked or was faster. */
    synchronized boolean written(UserMessage message, DeliveryKey messageKey) {
        if (ending.isDone() || !subject.isAskedOf(message.userId())) {
            return false;
        }
        DeadQuestions.note(asker.decisions(), messageKey, key);
        if (!chat.withdraw(key, QuestionWords.written(message.text()))) {
            return false;
        }
        go(dialog.written(message.text()), message.userId());
        return true;
    }

    private void go(Step step, long userId) {
        if (step instanceof Step.Decided decided) {
            ending.complete(Ending.decided(decided, userId));
        } else if (step instanceof Step.Asks asks) {
            dialog = asks.next();
            key = newKey();
            writer = 0;
            show();
        } else if (step instanceof Step.Stays stays) {
            stay(stays, userId);
        }
    }

    private void stay(Step.Stays stays, long userId) {
        boolean relabelled = !stays.next().choices().equals(dialog.choices());
        dialog = stays.next();
        if (relabelled) {
            chat.relabel(key, dialog.choices());
        }
        if (!stays.told().isEmpty()) {
            writer = userId;
            since = asker.clock().instant();
            say(WRITE, stays.told());
        }
    }

    private synchronized void remind() {
        if (!ending.isDone()) {
            reminded = true;
            say(
                    "reminder",
                    QuestionWords.reminder(
                            subject.session().value(), asker.settings().remindAfter()));
        }
    }

    /** A press that is on its way counts although the time is over. */
    private synchronized void expire() {
        String note = QuestionWords.expired(asker.settings().denyAfter());
        if (!ending.isDone() && chat.withdraw(key, note)) {
            say("expired", note);
            ending.complete(Ending.undecided(
                    "expired", QuestionWords.nobodyAnswered(asker.settings().denyAfter())));
        }
    }

    /** Claude takes its request back. An answer that was on its way by then has no effect, whatever the chat shows. */
    private synchronized void withdrawn() {
        if (!ending.isDone()) {
            chat.withdraw(key, QuestionWords.WITHDRAWN);
            ending.complete(Ending.withdrawn());
        } else if (ending.join().isByPerson()) {
            say("late", QuestionWords.TOO_LATE);
        }
    }

    /** The bot stops, and Claude with it. */
    synchronized void stop() {
        if (!ending.isDone()) {
            chat.withdraw(key, QuestionWords.STOPPED);
            ending.complete(Ending.withdrawn());
        }
    }

    private void say(String part, String text) {
        CompletableFuture<Void> unused = chat.notice(where(), key.with(part), text);
    }
}
