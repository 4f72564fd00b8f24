package io.github.claudebridge.telegram.testing.internal.updates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What has happened and is not yet confirmed by the bot. All methods take the world's lock. */
public final class UpdateQueue {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int FURTHEST_OFFSET_AHEAD = 10;
    private static final long FIRST_ID = 100_000_001;

    private final World world;
    private final AllowedUpdates allowed = new AllowedUpdates();
    private final List<Pending> pending = new ArrayList<>();
    private long nextId = FIRST_ID;
    private boolean polled;

    public UpdateQueue(World world) {
        this.world = world;
    }

    /** Queues an update unless the bot does not want its kind. */
    public void add(String kind, JsonNode payload) {
        world.change(() -> {
            if (allowed.wants(kind)) {
                ObjectNode update = Json.object().put("update_id", nextId);
                update.set(kind, payload);
                enqueue(update);
            }
        });
    }

    /** Queues an update as it is, whatever it holds; {@code update_id} is put in. */
    public void addRaw(ObjectNode update) {
        world.change(() -> enqueue(update.put("update_id", nextId)));
    }

    /** Queues the last update once more under the same number. */
    public void repeatLast() {
        world.change(() -> {
            if (pending.isEmpty()) {
                throw new IllegalStateException("There is no unconfirmed update to repeat");
            }
            pending.add(pending.get(pending.size() - 1));
        });
    }

    /** Goes on counting at {@code id}. */
    public void continueAt(long id) {
        world.change(() -> {
            nextId = id;
        });
    }

    /** Remembers which kinds the bot wants from now on. */
    public void allow(List<String> kinds) {
        world.change(() -> allowed.set(kinds));
    }

    /** The kinds the bot has asked for; empty for the default set. */
    public List<String> allowedKinds() {
        return world.read(allowed::named);
    }

    /** How many updates wait. */
    public int size() {
        return world.read(() -> {
            dropOld();
            return pending.size();
        });
    }

    /** Whether a poll waits for an update. */
    public boolean isPolled() {
        return world.read(() -> polled);
    }

    void setPolled(boolean waiting) {
        polled = waiting;
        world.touch();
    }

    /** Drops everything. */
    public void clear() {
        world.change(pending::clear);
    }

    /**
     * Confirms what {@code offset} confirms.
     *
     * @return the offset that counts from here on: 0 when the given one is too far ahead and so ignored
     */
    long confirm(long offset) {
        return world.read(() -> {
            dropOld();
            if (offset < 0) {
                int surplus = pending.size() - (int) Math.min(-offset, pending.size());
                pending.subList(0, surplus).clear();
                return 0L;
            }
            if (offset > nextId - 1 + FURTHEST_OFFSET_AHEAD) {
                return 0L;
            }
            pending.removeIf(update -> update.id() < offset);
            return offset;
        });
    }

    /** The first {@code limit} updates from {@code offset} on. */
    ArrayNode from(long offset, int limit) {
        return world.read(() -> {
            ArrayNode updates = Json.array();
            pending.stream()
                    .filter(update -> update.id() >= offset)
                    .limit(limit)
                    .forEach(update -> updates.add(update.json()));
            return updates;
        });
    }

    private void enqueue(ObjectNode update) {
        pending.add(new Pending(world.now(), update.deepCopy()));
        nextId++;
    }

    private void dropOld() {
        Instant oldest = world.now().minus(KEPT);
        pending.removeIf(update -> update.at().isBefore(oldest));
    }

    private record Pending(Instant at, ObjectNode json) {

        long id() {
            return json.path("update_id").asLong();
        }
    }
}
