package io.github.claudebridge.telegram.testing.internal.methods;

import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.transport.BotMethod;
import io.github.claudebridge.telegram.testing.internal.transport.MethodTable;

/** Where the groups of methods enter what they can do. Used only while the server is put together. */
public final class MethodRegistry {

    private final World world;
    private final MethodTable table = new MethodTable();

    public MethodRegistry(World world) {
        this.world = world;
    }

    /** Adds a method that runs with the world's lock held. */
    MethodRegistry add(String name, BotMethod method) {
        table.add(name, call -> world.change(() -> method.call(call)));
        return this;
    }

    /** Adds a method that takes the lock itself, because it waits. */
    MethodRegistry addWaiting(String name, BotMethod method) {
        table.add(name, method);
        return this;
    }

    public MethodTable table() {
        return table;
    }
}
