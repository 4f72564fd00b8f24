package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ExitStatus;
import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.control.InterruptReceipt;
import io.github.claudebridge.process.control.SlashCommand;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.BackgroundTask;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A process in memory that does what a test says, at once and on the test's thread. Not thread-safe. */
final class FakeProcess implements ClaudeProcess {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final ClaudeListener listener;
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private final List<UUID> prompts = new ArrayList<>();
    private @Nullable CompletableFuture<TurnResult> open;
    private UUID sessionId;
    private boolean history;
    private boolean background;
    private boolean question;
    private boolean answersNothing;
    private boolean slow;
    private boolean closing;

    FakeProcess(ConversationSpec spec, boolean resumed, ClaudeListener listener) {
        this.listener = listener;
        this.sessionId = spec.sessionId();
        this.history = resumed;
    }

    @Override
    public Turn send(Prompt prompt) {
        if (open != null && !open.isDone()) {
            throw new AssertionError("Two prompts at once");
        }
        if (exit.isDone()) {
            throw new AssertionError("A prompt for a dead process");
        }
        prompts.add(prompt.id());
        CompletableFuture<TurnResult> result = new CompletableFuture<>();
        open = result;
        listener.onStatus(status());
        return turn(prompt, result);
    }

    @Override
    public Turn steer(Prompt prompt) {
        prompts.add(prompt.id());
        return turn(prompt, open == null ? CompletableFuture.failedFuture(died()) : open);
    }

    private static Turn turn(Prompt prompt, CompletableFuture<TurnResult> result) {
        return new Turn() {
            @Override
            public UUID promptId() {
                return prompt.id();
            }

            @Override
            public CompletableFuture<TurnResult> result() {
                return result;
            }
        };
    }

    boolean isAlive() {
        return !exit.isDone();
    }

    boolean hasTurn() {
        return open != null && !open.isDone();
    }

    boolean isBusy() {
        return hasTurn() || background || question;
    }

    List<UUID> prompts() {
        return prompts;
    }

    void answer() {
        history = true;
        TurnResult result = result();
        CompletableFuture<TurnResult> done = open;
        open = null;
        listener.onComplete(result);
        listener.onStatus(status());
        if (done != null) {
            done.complete(result);
        }
    }

    void background(boolean works) {
        background = works;
        listener.onEvent(
                new BackgroundTasks(works ? List.of(new BackgroundTask("t1", "local_bash", "a server")) : List.of()));
    }

    /** Says nothing for long, and does not answer either. */
    void stuck() {
        answersNothing = true;
        listener.onError(new ClaudeError.Silent(LONG));
    }

    boolean isStuck() {
        return answersNothing;
    }

    /** Closes its output, for which it is ended. */
    void hangUp() {
        exit(new ExitStatus(143, true, List.of(), new ClaudeError.Disconnected(List.of())));
    }

    /** From now on it takes until {@link #endNow} to end when it is closed. */
    void endsSlowly() {
        slow = true;
    }

    void endNow() {
        exit(new ExitStatus(0, true, List.of(), null));
    }

    boolean isClosing() {
        return closing && isAlive();
    }

    void question(boolean asked) {
        question = asked;
        listener.onStatus(status());
    }

    void clear() {
        sessionId = UUID.randomUUID();
        history = false;
        listener.onEvent(new ConversationReset(sessionId.toString(), "clear"));
    }

    void crash() {
        exit(new ExitStatus(137, false, List.of(), new ClaudeError.ProcessDied(137, List.of())));
    }

    @Override
    public void close() {
        closing = true;
        if (!slow) {
            endNow();
        }
    }

    private void exit(ExitStatus status) {
        if (exit.isDone()) {
            return;
        }
        exit.complete(status);
        if (open != null) {
            ClaudeError error = status.error() == null ? new ClaudeError.Closed() : status.error();
            open.completeExceptionally(new ClaudeException(error));
        }
    }

    private static ClaudeException died() {
        return new ClaudeException(new ClaudeError.ProcessDied(137, List.of()));
    }

    private TurnResult result() {
        return new TurnResult(
                sessionId,
                List.of(),
                "",
                Outcome.COMPLETED,
                "completed",
                false,
                false,
                List.of(),
                OptionalInt.empty(),
                Usage.NONE,
                OptionalDouble.of(0),
                0,
                Duration.ZERO,
                1,
                null,
                null,
                List.of());
    }

    @Override
    public UUID sessionId() {
        return sessionId;
    }

    @Override
    public boolean hasHistory() {
        return history;
    }

    @Override
    public boolean hasBackgroundWork() {
        return background;
    }

    @Override
    public long pid() {
        return 0;
    }

    @Override
    public Status status() {
        if (exit.isDone()) {
            return Status.CLOSED;
        }
        return question ? Status.WAITING_FOR_PERMISSION : hasTurn() ? Status.BUSY : Status.IDLE;
    }

    @Override
    public CompletableFuture<ExitStatus> onExit() {
        return exit;
    }

    @Override
    public CompletableFuture<Json> request(String subtype, Map<String, ?> fields) {
        return answersNothing
                ? CompletableFuture.failedFuture(new ClaudeException(new ClaudeError.RequestTimeout(subtype, LONG)))
                : new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<InterruptReceipt> interrupt() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<InterruptReceipt> interruptAndCancelQueued() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<List<SlashCommand>> commands() {
        return new CompletableFuture<>();
    }
}
