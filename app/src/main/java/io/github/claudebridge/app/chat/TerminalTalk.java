package io.github.claudebridge.app.chat;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.talk.Talk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What the person at the terminal writes, on its way to the conversation. Not thread-safe. */
final class TerminalTalk {

    private final Talk talk;
    private final OpenChoices choices;
    private final ChatId where;
    private final long user;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicBoolean failed = new AtomicBoolean();

    TerminalTalk(Talk talk, OpenChoices choices, ChatId where, long user) {
        this.talk = talk;
        this.choices = choices;
        this.where = where;
        this.user = user;
    }

    /** Takes a line, and returns at once; the future completes when nothing is left to do for it. */
    CompletableFuture<Void> write(String line) {
        Optional<OpenChoices.Picked> picked = choices.pick(line);
        CompletableFuture<Handled> handled = picked.isPresent()
                ? talk.choices()
                        .chosen(new Chosen(
                                where,
                                picked.get().question(),
                                picked.get().choice().id(),
                                user))
                : talk.messages().handle(message(line), DeliveryKey.random());
        return handled.handle((outcome, failure) -> {
            if (outcome != Handled.DONE) {
                failed.set(true);
            }
            return null;
        });
    }

    private UserMessage message(String line) {
        return new UserMessage(
                where,
                line,
                List.of(),
                user,
                messages.incrementAndGet(),
                Optional.empty(),
                Optional.empty(),
                Instant.now());
    }

    /** Whether something could not be done. */
    boolean hasFailed() {
        return failed.get();
    }
}
