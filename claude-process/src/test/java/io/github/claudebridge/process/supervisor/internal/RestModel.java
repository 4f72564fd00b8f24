package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.supervisor.ConversationState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Conversations as they must be whenever nothing is under way: told from their processes, their prompts and the time alone. Not
 * thread-safe.
 */
final class RestModel {

    /** The idle time, and what is added to it when a task in the background has just ended. */
    private static final Duration LONGEST_IDLE = FakeHost.IDLE.plusSeconds(3);

    private static final Duration LONGEST_PAUSE = FakeHost.PAUSE.multipliedBy(4);

    private final FakeHost host;
    private final List<String> keys;
    private final int limit;
    private final Set<String> acted = new HashSet<>();
    private final Map<String, Situation> situations = new HashMap<>();

    /** What a conversation is in, and since when at the latest. */
    private record Situation(
            ConversationState state, @Nullable FakeProcess process, boolean busy, Instant since) {

        boolean isLike(Situation other) {
            return state == other.state && process == other.process && busy == other.busy;
        }
    }

    RestModel(FakeHost host, List<String> keys, int limit) {
        this.host = host;
        this.keys = keys;
        this.limit = limit;
    }

    /** Something was done to a conversation. */
    void acted(String key) {
        acted.add(key);
    }

    /** Lets everything that is under way come to its end, and holds the conversations against this. */
    void check(String where) {
        host.settle();
        keys.forEach(key -> check(key, where));
        acted.clear();
        checkRoom(where);
        assertThat(host.places.holders()).as("places that are taken, %s", where).hasSize((int) host.alive());
    }

    /** Whoever waits gets the place of one that ends, or else of one that is idle. */
    private void checkRoom(String where) {
        long waiting = count(ConversationState.WAITING_FOR_ROOM);
        if (waiting > count(ConversationState.STOPPING)) {
            assertThat(keys)
                    .as("idle while %d wait, %s", waiting, where)
                    .noneMatch(key -> host.state(key) == ConversationState.LIVE
                            && !isBusy(host.process(key))
                            && host.keeper(key).idleness() != null);
        }
    }

    private long count(ConversationState state) {
        return keys.stream().filter(key -> host.state(key) == state).count();
    }

    private void check(String key, String where) {
        ConversationState state = host.state(key);
        FakeProcess process = host.process(key);
        assertThat(allowed(key, process)).as("states of %s, %s", key, where).contains(state);
        Duration lasted = lasted(key, new Situation(state, process, isBusy(process), now()));
        switch (state) {
            case LIVE ->
                assertThat(isBusy(process) ? Duration.ZERO : lasted)
                        .as("for how long %s is idle and lives, %s", key, where)
                        .isLessThan(LONGEST_IDLE);
            case BACKING_OFF ->
                assertThat(lasted).as("pause of %s, %s", key, where).isLessThan(LONGEST_PAUSE);
            case WAITING_FOR_ROOM ->
                assertThat(host.alive())
                        .as("processes while %s waits, %s", key, where)
                        .isEqualTo(limit);
            case SUSPENDED, STARTING, STOPPING -> {}
        }
    }

    private static boolean isBusy(@Nullable FakeProcess process) {
        return process != null && process.isBusy();
    }

    /** A prompt that is not done is with a process, or will be with one without anybody's doing. */
    private Set<ConversationState> allowed(String key, @Nullable FakeProcess process) {
        if (process != null) {
            return Set.of(process.isClosing() ? ConversationState.STOPPING : ConversationState.LIVE);
        }
        boolean waits = !host.sentTo(key).stream().map(Turn::result).allMatch(CompletableFuture::isDone);
        return waits
                ? Set.of(ConversationState.WAITING_FOR_ROOM, ConversationState.BACKING_OFF)
                : Set.of(
                        ConversationState.SUSPENDED, ConversationState.WAITING_FOR_ROOM, ConversationState.BACKING_OFF);
    }

    /** For how long nothing has changed at least. */
    private Duration lasted(String key, Situation now) {
        Situation before = situations.get(key);
        if (before == null || acted.contains(key) || !before.isLike(now)) {
            situations.put(key, now);
            return Duration.ZERO;
        }
        return Duration.between(before.since(), now.since());
    }

    private Instant now() {
        return host.clock.instant();
    }
}
