package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionNotFoundException;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands prompts to the session's process and sees them to their ends. Thread-safe. */
final class TurnRunner {

    private final SessionName name;
    private final Workplace at;
    private final SessionRecord record;
    private final ShownTurns shown;
    private final Endings endings;
    private final SessionLog log;
    private final Fetching fetching;
    private final Consumer<Audience> speaker;
    private final BooleanSupplier closed;

    /**
     * @param speaker hears for whom the session works from now on
     * @param closed whether the bot stops
     */
    TurnRunner(
            SessionName name,
            Workplace at,
            SessionRecord record,
            ShownTurns shown,
            Endings endings,
            SessionLog log,
            Consumer<Audience> speaker,
            BooleanSupplier closed) {
        this.name = name;
        this.at = at;
        this.record = record;
        this.shown = shown;
        this.endings = endings;
        this.log = log;
        this.fetching = new Fetching(name, at);
        this.speaker = speaker;
        this.closed = closed;
    }

    /**
     * Takes a prompt to its end, and returns when Claude is done with it. Nothing is sent to Claude a second time before a look at what
     * it wrote down about the first.
     */
    CompletableFuture<Handled> run(OpenPrompt prompt) {
        StoredPrompt stored =
                prompt.begin(known -> at.prompts().ofId(known.id()).orElse(known));
        return switch (stored.state()) {
            case QUEUED -> send(prompt);
            case SENT -> {
                PromptFate fate = at.witness().fateOf(stored);
                yield fate instanceof PromptFate.Unseen ? send(prompt) : endings.settle(prompt, fate);
            }
            case ASKED, DONE -> CompletableFuture.completedFuture(Handled.DONE);
        };
    }

    private CompletableFuture<Handled> send(OpenPrompt prompt) {
        boolean sent = false;
        Optional<Metadata> metadata = record.read();
        shown.enter(prompt.id(), showing(prompt, metadata).atOnce());
        TurnResult result;
        try {
            Optional<CompletableFuture<Handled>> kept = prepare(prompt);
            if (kept.isPresent()) {
                return kept.get();
            }
            ClaudeProcess process = wake(prompt, metadata);
            requireWanted(prompt);
            at.prompts().sent(prompt.id(), process.sessionId());
            sent = true;
            CompletableFuture<TurnResult> turn =
                    supervisor().send(name.value(), message(prompt)).result();
            begins(prompt);
            result = turn.join();
        } catch (CompletionException e) {
            return failed(prompt, sent, cause(e));
        } catch (RuntimeException e) {
            return failed(prompt, sent, e);
        }
        return over(prompt, result);
    }

    /**
     * Everything that comes before Claude gets a prompt, whichever way. Nobody works for a person who may not be here, and nothing is fetched
     * for them.
     *
     * @return what became of it; empty if it may go to Claude
     */
    private Optional<CompletableFuture<Handled>> prepare(OpenPrompt prompt) {
        requireSession();
        Optional<String> refusal = at.watch().refuses(name, prompt.audience());
        if (refusal.isPresent()) {
            leave(prompt);
            return Optional.of(endings.refused(prompt, refusal.get()));
        }
        prompt.admit();
        speaker.accept(prompt.audience());
        at.setups().forEach(setup -> setup.spokenTo(name));
        if (!fetching.fetch(prompt)) {
            leave(prompt);
            return Optional.of(endings.nothingToSay(prompt));
        }
        requireWanted(prompt);
        return Optional.empty();
    }

    private static void requireWanted(OpenPrompt prompt) {
        if (prompt.isStopped()) {
            throw new CancellationException("stopped");
        }
    }

    private void leave(OpenPrompt prompt) {
        prompt.over();
        shown.leave(prompt.id()).close();
    }

    private void begins(OpenPrompt prompt) {
        log.prompt(prompt);
        at.watch()
                .begins(
                        name,
                        prompt.audience(),
                        prompt.key(),
                        prompt.stored().text().length());
    }

    /** A process whose session was deleted must not work on in a folder that is not there. */
    private void requireSession() {
        try {
            Session unused = at.store().get(name);
        } catch (SessionNotFoundException e) {
            CompletableFuture<Void> unused = supervisor().forget(name.value());
            throw e;
        }
    }

    /** Puts a prompt into the turn that runs; the future tells its end. */
    CompletableFuture<Handled> steer(OpenPrompt prompt, ClaudeProcess running) {
        StoredPrompt unused = prompt.begin(known -> known);
        shown.enter(prompt.id(), showing(prompt, record.read()));
        boolean sent = false;
        CompletableFuture<TurnResult> turn;
        try {
            Optional<CompletableFuture<Handled>> kept = prepare(prompt);
            if (kept.isPresent()) {
                return kept.get();
            }
            at.prompts().sent(prompt.id(), running.sessionId());
            sent = true;
            turn = supervisor().steer(name.value(), message(prompt)).result();
            begins(prompt);
        } catch (RuntimeException e) {
            return failed(prompt, sent, e);
        }
        return turn.handle(Reported::new)
                .thenComposeAsync(reported -> reported.result() != null
                        ? over(prompt, reported.result())
                        : failed(prompt, true, cause(Objects.requireNonNull(reported.failure()))));
    }

    /** How a turn was reported to have ended: with a result, or with a failure. */
    private record Reported(
            @Nullable TurnResult result, @Nullable Throwable failure) {}

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static Prompt message(OpenPrompt prompt) {
        return Prompt.of(prompt.stored().text()).withId(prompt.id());
    }

    private Showing showing(OpenPrompt prompt, Optional<Metadata> metadata) {
        TurnPlace place = new TurnPlace(
                name,
                prompt.where(),
                prompt.key(),
                metadata.map(Metadata::outputMode).orElse(OutputMode.DEFAULT),
                true,
                at.front().isTalkedTo(name, prompt.where()),
                prompt.replyTo());
        return new Showing(place, at.chat(), at.views());
    }

    /** Returns when the process is ready. A hand edit of the idle timeout counts from the next prompt on. */
    private ClaudeProcess wake(OpenPrompt prompt, Optional<Metadata> metadata) {
        metadata.ifPresent(found -> {
            supervisor().idleTimeout(name.value(), found.idleTimeout());
            sayIfResuming(prompt, found);
        });
        return supervisor().start(name.value()).join();
    }

    private void sayIfResuming(OpenPrompt prompt, Metadata metadata) {
        if (metadata.hasHistory() && supervisor().state(name.value()) == ConversationState.SUSPENDED) {
            Duration idle =
                    Duration.between(metadata.lastActivityAt(), at.clock().instant());
            CompletableFuture<Void> unused =
                    at.chat().notice(prompt.where(), prompt.key().with("resuming"), Words.resuming(idle));
        }
    }

    private CompletableFuture<Handled> over(OpenPrompt prompt, TurnResult turn) {
        prompt.over();
        Showing showing = shown.leave(prompt.id());
        boolean answersAnother =
                !turn.promptIds().isEmpty() && !turn.promptIds().get(0).equals(prompt.id());
        if (answersAnother) {
            showing.close();
            return endings.answeredWithAnother(prompt);
        }
        if (turn.outcome() == Outcome.ALREADY_ANSWERED || turn.outcome() == Outcome.ALREADY_SEEN) {
            record.turn(turn);
            showing.close();
            return endings.settle(prompt);
        }
        // People wait for the answer, and nobody for the books.
        CompletableFuture<Handled> told = endings.reported(prompt, showing, turn);
        record.turn(turn);
        log.turn(turn);
        at.watch().ended(name, prompt.audience(), turn);
        return told;
    }

    /** A prompt that is cut short because the bot stops is left open, to be settled after the next start. */
    private CompletableFuture<Handled> failed(OpenPrompt prompt, boolean sent, Throwable cause) {
        leave(prompt);
        return closed.getAsBoolean() ? CompletableFuture.failedFuture(cause) : endings.failed(prompt, sent, cause);
    }

    private Supervisor supervisor() {
        return at.supervisor();
    }
}
