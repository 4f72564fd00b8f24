package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host with several conversations in memory: it stores what it is told, as a real one would. Not thread-safe. */
final class FakeHost {

    static final Duration IDLE = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofHours(1);

    final ManualClock clock = new ManualClock();
    final ManualPool pool;
    final List<SupervisorEvent> events = new ArrayList<>();
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Map<String, FakeProcess> processes = new LinkedHashMap<>();
    private final Map<String, List<Turn>> sent = new LinkedHashMap<>();
    final Deque<ClaudeError> startFailures = new ArrayDeque<>();
    int brokenStarts;
    Resources.Source resources = (key, spec) -> Resources.NONE;
    final Places places;
    private final Map<String, UUID> storedIds = new LinkedHashMap<>();
    private final Map<String, Boolean> storedHistory = new LinkedHashMap<>();
    private final Map<String, List<FakeProcess>> all = new LinkedHashMap<>();
    private final Shared shared;

    FakeHost(SplittableRandom random, int limit, LostPrompts lost) {
        this(random, limit, holders -> true, lost);
    }

    FakeHost(SplittableRandom random, int limit, Places.Memory memory, LostPrompts lost) {
        pool = new ManualPool(random);
        Alarms alarms = new Alarms(clock, Thread::new, pool);
        places = new Places(limit, memory, pool);
        shared = new Shared(
                pool,
                clock,
                alarms,
                places,
                new ProcessLauncher(this::describe, (key, spec) -> resources.take(key, spec), this::start, clock),
                lost,
                new RestartPolicy(3, PAUSE, PAUSE.multipliedBy(4), Duration.ofDays(1)),
                this::on);
        alarms.close();
    }

    void add(String key) {
        storedIds.put(key, UUID.randomUUID());
        storedHistory.put(key, false);
        sent.put(key, new ArrayList<>());
        keepers.put(key, new Keeper(key, shared));
    }

    private ConversationSpec describe(String key) {
        return ConversationSpec.of(Path.of("/" + key), at(storedIds, key), at(storedHistory, key))
                .withIdleTimeout(IDLE);
    }

    private ClaudeProcess start(ConversationSpec spec, boolean resume, Transport transport, ClaudeListener listener) {
        String key = String.valueOf(spec.directory().getFileName());
        if (brokenStarts > 0) {
            brokenStarts--;
            throw new UncheckedIOException(new IOException("No space left on device"));
        }
        ClaudeError failure = startFailures.poll();
        if (failure != null) {
            throw new ClaudeException(failure);
        }
        assertThat(process(key)).as("a live process of %s at a start", key).isNull();
        assertThat(resume).as("resuming what has a history").isEqualTo(hasHistory(key, spec));
        FakeProcess process = new FakeProcess(spec, resume, listener);
        processes.put(key, process);
        all.computeIfAbsent(key, name -> new ArrayList<>()).add(process);
        return process;
    }

    /** A process that had a completed turn, or one that was told to the host, has a history. */
    private boolean hasHistory(String key, ConversationSpec spec) {
        FakeProcess before = processes.get(key);
        boolean known = before != null && before.sessionId().equals(spec.sessionId()) && before.hasHistory();
        return known || at(storedHistory, key);
    }

    private void on(SupervisorEvent event) {
        events.add(event);
        if (event instanceof SupervisorEvent.IdentityChanged changed) {
            storedIds.put(changed.key(), changed.sessionId());
            storedHistory.put(changed.key(), changed.hasHistory());
        }
    }

    Keeper keeper(String key) {
        return at(keepers, key);
    }

    ConversationState state(String key) {
        return keeper(key).state();
    }

    /** The live process of a conversation. */
    @Nullable FakeProcess process(String key) {
        FakeProcess process = processes.get(key);
        return process != null && process.isAlive() ? process : null;
    }

    Turn send(String key) {
        Turn turn = keeper(key).send(Prompt.of("hello"));
        sentTo(key).add(turn);
        return turn;
    }

    /** What was sent to a conversation, in that order. */
    List<Turn> sentTo(String key) {
        return at(sent, key);
    }

    /** The last process of a conversation, dead or alive. */
    FakeProcess last(String key) {
        return at(processes, key);
    }

    private static <T> T at(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    /** Moves the clock on, and looks what is due. */
    void advance(Duration by) {
        clock.advance(by);
        keepers.values().forEach(Keeper::due);
    }

    /** Runs all that there is to run. */
    void settle() {
        while (pool.runOne()) {
            // on
        }
    }

    /** The prompts that reached a process of a conversation, in that order. */
    List<UUID> reached(String key) {
        return all.getOrDefault(key, List.of()).stream()
                .flatMap(process -> process.prompts().stream())
                .toList();
    }

    long alive() {
        return processes.values().stream().filter(FakeProcess::isAlive).count();
    }
}
