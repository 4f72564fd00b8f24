package io.github.claudebridge.process.supervisor.soak;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.Supervisor;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One side of a conversation: says something, waits for the answer, and after a while says something else. Thread-safe. */
final class Talker {

    private static final int LONGEST_PAUSE_MILLIS = 1500;

    private final String key;
    private final Supervisor supervisor;
    private final Journal journal;
    private final SplittableRandom random;
    private boolean talking;
    private CompletableFuture<?> open = CompletableFuture.completedFuture(null);

    Talker(String key, Supervisor supervisor, Journal journal, SplittableRandom random) {
        this.key = key;
        this.supervisor = supervisor;
        this.journal = journal;
        this.random = random;
    }

    synchronized void start() {
        talking = true;
        next();
    }

    /** Says nothing more; completes when the last answer is there. */
    synchronized CompletableFuture<?> stop() {
        talking = false;
        return open;
    }

    private synchronized void next() {
        if (talking && open.isDone()) {
            UUID id = UUID.randomUUID();
            Prompt prompt = Prompt.of(text(id)).withId(id);
            journal.add(Journal.Kind.SENT, key, id, prompt.text());
            say(prompt);
        }
    }

    /** The answer that a prompt must have. */
    static String answer(UUID prompt) {
        return "answer " + prompt;
    }

    private String text(UUID id) {
        String done = "tool Bash echo " + id + " >> done.log";
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> "say " + answer(id);
            case 3 -> "slow 1 " + answer(id);
            case 4 -> "grandchild 600 ++ say " + answer(id);
            case 5 -> done + "; sleep 2 ;; say " + answer(id);
            default -> done + " ;; say " + answer(id);
        };
    }

    /** Sends a prompt that is in the journal, and writes down what becomes of it. */
    synchronized void say(Prompt prompt) {
        open = supervisor.send(key, prompt).result().handle((result, failure) -> outcome(prompt.id(), result, failure));
        int pause = random.nextInt(LONGEST_PAUSE_MILLIS);
        Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unused = open.thenRunAsync(this::next, later);
    }

    private @Nullable Void outcome(UUID prompt, @Nullable TurnResult result, @Nullable Throwable failure) {
        if (result != null && !result.isError()) {
            journal.add(Journal.Kind.ANSWERED, key, prompt, result.text());
        } else {
            journal.add(Journal.Kind.REPORTED, key, prompt, result == null ? reason(failure) : result.toString());
        }
        return null;
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ClaudeException known ? known.error().toString() : "unexpected " + cause;
    }
}
