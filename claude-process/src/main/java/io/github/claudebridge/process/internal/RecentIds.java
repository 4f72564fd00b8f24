package io.github.claudebridge.process.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The ids of the last prompts; bounded, so that a conversation of any length needs no more memory. Not thread-safe. */
final class RecentIds {

    private static final int MAX = 4096;

    private final Set<UUID> ids = new LinkedHashSet<>();

    /** Adds an id; false when it is known. */
    boolean add(UUID id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > MAX) {
            ids.remove(ids.iterator().next());
        }
        return true;
    }

    void remove(UUID id) {
        ids.remove(id);
    }
}
