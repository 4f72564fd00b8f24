package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.SuspendReason;
import io.github.claudebridge.process.supervisor.ledger.SweepReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All conversations, by key. Thread-safe. */
public final class Conversations implements AutoCloseable {

    /** What a CLI uses after some turns, with a margin. */
    private static final long EXPECTED_BYTES = 250L << 20;

    private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);
    private static final Duration RECORD_EVERY = Duration.ofSeconds(2);
    private static final Duration THREADS_KEPT = Duration.ofSeconds(5);
    private static final Duration KILL_WITHIN = Duration.ofSeconds(4);

    private final Map<String, Keeper> keepers = new ConcurrentHashMap<>();
    private final Shared shared;
    private final @Nullable StateFolder state;
    private final Duration closeWithin;
    private boolean closed;

    private Conversations(Shared shared, @Nullable StateFolder state, Duration closeWithin) {
        this.shared = shared;
        this.state = state;
        this.closeWithin = closeWithin;
    }

    /** Makes what they have in common; ends first what an earlier host left behind. */
    public static Conversations open(SupervisorSettings settings) {
        Executor pool = pool(settings.threads());
        Path folder = settings.stateFolder();
        StateFolder state =
                folder == null ? null : new StateFolder(folder, settings.clock().instant());
        Resources.Source resources = state == null ? (key, spec) -> Resources.NONE : state;
        Alarms alarms = new Alarms(settings.clock(), settings.threads(), pool);
        MemoryLimit memory = new MemoryLimit(settings.maxMemory(), EXPECTED_BYTES, TreeMemory::of);
        Places places = new Places(settings.maxLive(), memory, pool);
        if (settings.maxMemory() < Long.MAX_VALUE) {
            alarms.every(MEASURE_EVERY, () -> !places.holders().isEmpty(), () -> memory.check(places));
        }
        if (state != null) {
            alarms.every(RECORD_EVERY, () -> !busy(places).isEmpty(), () -> state.recordChildren(busy(places)));
        }
        return new Conversations(
                new Shared(
                        pool,
                        settings.clock(),
                        alarms,
                        places,
                        new ProcessLauncher(settings.source(), resources, settings.starter(), settings.clock()),
                        settings.lostPrompts(),
                        settings.restarts(),
                        settings.listener()),
                state,
                settings.closeWithin());
    }

    private static List<Long> busy(Places places) {
        return places.holders().stream()
                .filter(keeper -> keeper.idleness() == null)
                .map(Keeper::pid)
                .filter(pid -> pid != 0)
                .toList();
    }

    /** What an earlier host had left behind. */
    public SweepReport swept() {
        return state == null ? SweepReport.NOTHING : state.swept();
    }

    /** Threads only for what goes on at this moment. It needs no shutdown: idle threads end. */
    private static Executor pool(ThreadFactory threads) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                THREADS_KEPT.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = threads.newThread(task);
                    thread.setName("claude-supervisor");
                    return thread;
                });
    }

    public Turn send(String key, Prompt prompt) {
        return with(key, keeper -> keeper.send(prompt));
    }

    public Turn steer(String key, Prompt prompt) {
        return with(key, keeper -> keeper.steer(prompt));
    }

    public CompletableFuture<ClaudeProcess> start(String key) {
        return with(key, Keeper::start);
    }

    public @Nullable ClaudeProcess live(String key) {
        Keeper keeper = keepers.get(key);
        return keeper == null ? null : keeper.live();
    }

    public List<UUID> cancelWaiting(String key) {
        return with(key, Keeper::cancelWaiting);
    }

    /** Changes the idle timeout of a live process. */
    public void idleTimeout(String key, Duration timeout) {
        Keeper keeper = keepers.get(key);
        if (keeper != null) {
            keeper.idleTimeout(timeout);
        }
    }

    public CompletableFuture<Void> suspend(String key) {
        return with(key, keeper -> keeper.suspend(SuspendReason.REQUESTED)).thenRun(() -> {});
    }

    /** Ends a conversation's process, and knows nothing of it any more. */
    public CompletableFuture<Void> forget(String key) {
        return suspend(key).thenRunAsync(() -> forgetNow(key), shared.pool());
    }

    private synchronized void forgetNow(String key) {
        keepers.computeIfPresent(key, (name, keeper) -> keeper.isAtRest() ? null : keeper);
        if (state != null && !keepers.containsKey(key)) {
            state.forget(key);
        }
    }

    /** Nobody can forget a conversation between its being found and what is done with it. */
    private synchronized <T> T with(String key, Function<Keeper, T> action) {
        Keeper keeper = keepers.computeIfAbsent(key, name -> new Keeper(name, shared));
        if (closed) {
            CompletableFuture<ConversationState> unused = keeper.close();
        }
        return action.apply(keeper);
    }

    /** Where each conversation is in its life. */
    public Map<String, ConversationState> states() {
        Map<String, ConversationState> states = new TreeMap<>();
        keepers.forEach((key, keeper) -> states.put(key, keeper.state()));
        return states;
    }

    /** Does what is due by now. */
    public void checkNow() {
        keepers.values().forEach(Keeper::due);
    }

    /** Ends all processes side by side, by force when the time for it is over, and returns when they are gone. */
    @Override
    public void close() {
        List<CompletableFuture<ConversationState>> ends;
        synchronized (this) {
            closed = true;
            ends = keepers.values().stream().map(Keeper::close).toList();
        }
        if (!areDoneWithin(ends, closeWithin)) {
            keepers.values().forEach(keeper -> shared.pool().execute(keeper::kill));
            areDoneWithin(ends, KILL_WITHIN);
        }
        shared.alarms().close();
        if (state != null) {
            state.close();
        }
    }

    private static boolean areDoneWithin(List<? extends CompletableFuture<?>> ends, Duration limit) {
        return CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> true)
                .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
