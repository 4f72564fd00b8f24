package io.github.claudebridge.telegram.testing.internal.chats;

import io.github.claudebridge.telegram.testing.CallbackAnswer;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Presses of buttons that wait for the bot's answer. Guarded by the world's lock. */
public final class Callbacks {

    private final World world;
    private final Duration validFor;
    private final Map<String, Instant> open = new HashMap<>();
    private final List<CallbackAnswer> answers = new ArrayList<>();
    private long lastId = 4_300_000_000L;

    public Callbacks(World world, Duration validFor) {
        this.world = world;
        this.validFor = validFor;
    }

    /** Starts to wait for an answer; returns the query's identifier. */
    public String press() {
        String id = Long.toString(++lastId);
        open.put(id, world.now());
        return id;
    }

    public void answer(CallbackAnswer answer) {
        Instant pressed = open.remove(answer.queryId());
        if (pressed == null || pressed.plus(validFor).isBefore(world.now())) {
            throw ApiError.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        answers.add(answer);
    }

    public List<CallbackAnswer> answers() {
        return List.copyOf(answers);
    }
}
