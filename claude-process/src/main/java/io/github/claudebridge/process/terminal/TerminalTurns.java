package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.process.internal.Announcer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which prompts wait, which one was typed, and which turn runs. Thread-safe. */
final class TerminalTurns {

    private static final Duration CALLBACKS = Duration.ofSeconds(5);

    private final Announcer announcer;
    private final Consumer<String> typist;
    private final Supplier<UUID> session;
    private final Queue<OpenPrompt> waiting = new ArrayDeque<>();
    private @Nullable OpenPrompt typed;
    private long typedAt;
    private boolean begun;
    private List<UUID> running = List.of();
    private long beganAt;
    private Status status = Status.STARTING;
    private @Nullable ClaudeError end;

    /**
     * @param typist types a prompt; must not wait
     * @param session the id of the session
     */
    TerminalTurns(Announcer announcer, Consumer<String> typist, Supplier<UUID> session) {
        this.announcer = announcer;
        this.typist = typist;
        this.session = session;
        announcer.status(status);
    }

    synchronized Status status() {
        return status;
    }

    synchronized OpenPrompt send(OpenPrompt prompt) {
        if (end != null) {
            prompt.result().completeExceptionally(new ClaudeException(end));
        } else {
            waiting.add(prompt);
            typeNext();
        }
        return prompt;
    }

    /** The prompt box is there. */
    synchronized void ready() {
        if (status == Status.STARTING) {
            become(Status.IDLE);
            typeNext();
        }
    }

    /** The CLI has taken a prompt. */
    synchronized void begin(String submitted) {
        OpenPrompt ours = typed;
        boolean isOurs = ours != null && ours.is(submitted);
        begun |= isOurs;
        // One that somebody else has typed is asked for too: it has an id, though nobody knows it.
        begin(List.of(isOurs && ours != null ? ours.promptId() : UUID.randomUUID()));
    }

    /** The model speaks; where no prompt was taken, nobody has asked for it. */
    synchronized void speaks() {
        if (!isRunning()) {
            begin(List.of());
        }
    }

    private void begin(List<UUID> prompts) {
        running = prompts;
        beganAt = System.nanoTime();
        become(Status.BUSY);
    }

    synchronized void asks(boolean forDecision) {
        if (isRunning()) {
            become(forDecision ? Status.WAITING_FOR_PERMISSION : Status.BUSY);
        }
    }

    synchronized boolean isRunning() {
        return status == Status.BUSY || status == Status.WAITING_FOR_PERMISSION;
    }

    /** The turn is over. */
    synchronized void end(Outcome outcome, String text) {
        if (!isRunning()) {
            return;
        }
        TurnResult result = result(outcome, text);
        announcer.complete(result);
        OpenPrompt ours = typed;
        if (ours != null && begun) {
            typed = null;
            begun = false;
            announcer.afterwards(CALLBACKS, () -> ours.result().complete(result));
        }
        running = List.of();
        become(Status.IDLE);
        typeNext();
    }

    private TurnResult result(Outcome outcome, String text) {
        boolean failed = outcome != Outcome.COMPLETED;
        return new TurnResult(
                session.get(),
                running,
                text,
                outcome,
                "",
                failed,
                outcome == Outcome.INTERRUPTED,
                outcome == Outcome.API_ERROR ? List.of(text) : List.of(),
                OptionalInt.empty(),
                Usage.NONE,
                OptionalDouble.empty(),
                0,
                Duration.ofNanos(System.nanoTime() - beganAt),
                0,
                null,
                null,
                List.of());
    }

    /** For how long a prompt was typed and has not been taken; zero where there is none. */
    synchronized Duration typedFor() {
        boolean isOpen = typed != null && !begun && !isRunning();
        return isOpen ? Duration.ofNanos(System.nanoTime() - typedAt) : Duration.ZERO;
    }

    /** Gives a prompt up that was typed and not taken for so long: something else must have got the keys. */
    synchronized void giveUpAfter(Duration limit, ClaudeError why) {
        OpenPrompt ours = typed;
        if (ours != null && typedFor().compareTo(limit) > 0) {
            typed = null;
            ours.result().completeExceptionally(new ClaudeException(why));
            typeNext();
        }
    }

    /** The process has ended. */
    synchronized void closed(ClaudeError why) {
        end = why;
        OpenPrompt ours = typed;
        if (ours != null) {
            waiting.add(ours);
        }
        List<OpenPrompt> open = List.copyOf(waiting);
        waiting.clear();
        announcer.afterwards(
                CALLBACKS,
                () -> open.forEach(prompt -> prompt.result().completeExceptionally(new ClaudeException(why))));
        become(Status.CLOSED);
    }

    private void typeNext() {
        if (status == Status.IDLE && typed == null && !waiting.isEmpty()) {
            OpenPrompt next = waiting.remove();
            typed = next;
            typedAt = System.nanoTime();
            typist.accept(next.text());
        }
    }

    private void become(Status next) {
        if (status != next) {
            status = next;
            announcer.status(next);
        }
    }
}
