package io.github.claudebridge.telegram.testing.internal.core;

import io.github.claudebridge.telegram.testing.Lint;
import java.util.ArrayList;
import java.util.List;

/** The list of {@link Lint}. Thread-safe. */
public final class LintLog {

    private final World world;
    private final List<Lint> lints = new ArrayList<>();

    public LintLog(World world) {
        this.world = world;
    }

    public void add(String method, long chatId, String message) {
        Lint lint = new Lint(world.now(), method, chatId, message);
        synchronized (lints) {
            lints.add(lint);
        }
    }

    public List<Lint> all() {
        synchronized (lints) {
            return List.copyOf(lints);
        }
    }
}
