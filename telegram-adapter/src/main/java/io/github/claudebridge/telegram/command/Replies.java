package io.github.claudebridge.telegram.command;

import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Says what comes of commands. Thread-safe. */
final class Replies {

    private final Chat chat;
    private final Conversations conversations;
    private final Clock clock;

    Replies(Chat chat, Conversations conversations, Clock clock) {
        this.chat = chat;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * Where and for whom something is said.
     *
     * @param command the name of the command
     */
    record Place(String command, ChatId chat, long userId, DeliveryKey key) {}

    /** Runs a command and says what comes of it, unless an earlier run of the bot has said it. */
    CompletableFuture<Handled> run(Place place, Supplier<Reply> command) {
        if (chat.hasSaid(place.key())) {
            return done();
        }
        try {
            return say(place, command.get());
        } catch (Refusal | SessionException | ClaudeException e) {
            return tell(place, e);
        }
    }

    private CompletableFuture<Handled> say(Place place, Reply reply) {
        if (reply instanceof Reply.Say say) {
            return chat.notice(place.chat(), place.key(), say.text()).thenApply(told -> Handled.DONE);
        }
        if (reply instanceof Reply.Show show) {
            return chat.answer(
                            place.chat(),
                            place.key(),
                            Answer.of(show.markdown()).in(Answer.Size.WHOLE).silent())
                    .thenApply(told -> Handled.DONE);
        }
        if (reply instanceof Reply.Ask ask) {
            DeliveryKey key = place.key().in(place.command() + "/" + ask.subject());
            return chat.ask(place.chat(), key, ask.question().quietly()).thenApply(told -> Handled.DONE);
        }
        if (reply instanceof Reply.SendFile send) {
            return chat.files(place.chat(), place.key(), List.of(send.file()), "")
                    .thenApply(sent -> Handled.DONE);
        }
        if (reply instanceof Reply.ToClaude prompt) {
            UserMessage message = new UserMessage(
                    place.chat(),
                    prompt.text(),
                    List.of(),
                    place.userId(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    clock.instant());
            return conversations.prompt(prompt.session(), message, place.key());
        }
        return reply instanceof Reply.Soon soon ? soon(place, soon) : ((Reply.Later) reply).handled();
    }

    private CompletableFuture<Handled> soon(Place place, Reply.Soon soon) {
        return soon.reply().thenCompose(reply -> say(place, reply)).exceptionallyCompose(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return cause instanceof RuntimeException known
                    ? tell(place, known)
                    : CompletableFuture.failedFuture(failure);
        });
    }

    private CompletableFuture<Handled> tell(Place place, RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            return chat.notice(place.chat(), place.key(), refusal.told()).thenApply(told -> Handled.FAILED);
        }
        if (failure instanceof SessionException session) {
            return failed(place, session.problem() + " " + session.nextStep());
        }
        return failure instanceof ClaudeException claude
                ? failed(place, claude.error().message() + " " + claude.error().nextStep())
                : CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<Handled> failed(Place place, String text) {
        return chat.failure(place.chat(), place.key(), text).thenApply(told -> Handled.FAILED);
    }

    private static CompletableFuture<Handled> done() {
        return CompletableFuture.completedFuture(Handled.DONE);
    }
}
