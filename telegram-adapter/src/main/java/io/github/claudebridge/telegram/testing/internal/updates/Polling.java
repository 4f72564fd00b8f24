package io.github.claudebridge.telegram.testing.internal.updates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Long polling: at most one poll waits, and a newer one ends the older. Thread-safe. */
public final class Polling {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final World world;
    private final UpdateQueue queue;
    private @Nullable Waiting current;
    private long lastConflict = System.nanoTime() - PATIENCE.toNanos();

    public Polling(World world, UpdateQueue queue) {
        this.world = world;
        this.queue = queue;
    }

    /** Waits up to {@code timeout} of real time for updates; ends early with a conflict when a newer poll waits. */
    public ArrayNode poll(long offset, int limit, Duration timeout) {
        Waiting mine = new Waiting();
        long from = world.read(() -> {
            long effective = queue.confirm(offset);
            if (!timeout.isZero() && queue.from(effective, 1).isEmpty()) {
                replaceCurrent(mine);
            }
            return effective;
        });
        world.await(timeout, () -> mine.ended || !queue.from(from, 1).isEmpty());
        return world.read(() -> {
            if (current == mine) {
                current = null;
                queue.setPolled(false);
            }
            if (mine.ended) {
                delayRepeatedConflict();
                throw conflict(
                        "terminated by other getUpdates request; make sure that only one bot instance is running");
            }
            return queue.from(from, limit);
        });
    }

    /** The refusal of a poll. */
    public static ApiError conflict(String detail) {
        return new ApiError(409, "Conflict: " + detail);
    }

    private void replaceCurrent(Waiting mine) {
        if (current != null) {
            current.ended = true;
            world.touch();
        }
        current = mine;
        queue.setPolled(true);
    }

    private void delayRepeatedConflict() {
        long now = System.nanoTime();
        boolean again = now - lastConflict < PATIENCE.toNanos();
        lastConflict = now;
        if (again) {
            world.pause(PATIENCE);
        }
    }

    private static final class Waiting {
        private boolean ended;
    }
}
