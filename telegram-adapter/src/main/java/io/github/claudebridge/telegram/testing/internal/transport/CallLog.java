package io.github.claudebridge.telegram.testing.internal.transport;

import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.util.ArrayList;
import java.util.List;

/** Every call in the order in which they ended. Thread-safe. */
public final class CallLog {

    private final World world;
    private final List<Call> calls = new ArrayList<>();

    public CallLog(World world) {
        this.world = world;
    }

    void add(Call call) {
        world.change(() -> calls.add(call));
    }

    public List<Call> all() {
        return world.read(() -> List.copyOf(calls));
    }
}
