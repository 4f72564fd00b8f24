package io.github.claudebridge.telegram.conversation.batch;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.KeyedMessage;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Messages of one person that are being gathered. Not thread-safe. */
final class Batch {

    /** Telegram cuts longer texts into several messages. */
    private static final int PROBABLY_CUT = 4_000;

    private static final int MOST = 100;

    private final SessionName session;
    private final Instant began;
    private final List<KeyedMessage> messages = new ArrayList<>();
    private final CompletableFuture<Handled> handled = new CompletableFuture<>();
    private Runnable callOff = () -> {};

    Batch(SessionName session, Instant began) {
        this.session = session;
        this.began = began;
    }

    /** What Claude is told by a slash must stand alone. */
    boolean accepts(SessionName other, KeyedMessage message) {
        KeyedMessage first = messages.get(0);
        return other.equals(session)
                && messages.size() < MOST
                && first.message().userId() == message.message().userId()
                && !isCommand(first)
                && !isCommand(message);
    }

    private static boolean isCommand(KeyedMessage message) {
        return message.message().text().startsWith("/");
    }

    void add(KeyedMessage message) {
        messages.add(message);
    }

    /** Calls the former wait off. */
    void callOff(Runnable next) {
        callOff.run();
        callOff = next;
    }

    /** How long the last message waits for another. */
    Duration patience(BatchWindow window, Instant now) {
        KeyedMessage last = messages.get(messages.size() - 1);
        if (isCommand(last)) {
            return Duration.ZERO;
        }
        Duration wanted = last.message().text().length() >= PROBABLY_CUT ? window.split() : window.quick();
        Duration left = window.most().minus(Duration.between(began, now));
        return left.compareTo(wanted) < 0 ? max(left, Duration.ZERO) : wanted;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    boolean edit(UserMessage edited) {
        for (int i = 0; i < messages.size(); i++) {
            KeyedMessage known = messages.get(i);
            if (known.message().messageId() == edited.messageId() && edited.messageId() != 0) {
                messages.set(i, known.text(edited.text()));
                return true;
            }
        }
        return false;
    }

    CompletableFuture<Handled> handled() {
        return handled;
    }

    void end(BiFunction<SessionName, List<KeyedMessage>, CompletableFuture<Handled>> prompts) {
        callOff.run();
        try {
            CompletableFuture<Handled> unused =
                    prompts.apply(session, List.copyOf(messages)).whenComplete(this::complete);
        } catch (RuntimeException e) {
            handled.completeExceptionally(e);
        }
    }

    private void complete(Handled outcome, Throwable failure) {
        if (failure == null) {
            handled.complete(outcome);
        } else {
            handled.completeExceptionally(failure);
        }
    }
}
