package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the last prompts. The CLI drops a prompt whose id it has seen, whatever became of it, and says nothing. Bounded, so that
 * a conversation of any length needs no more memory. Not thread-safe.
 */
final class KnownPrompts {

    private static final int MAX = 4096;

    private final Map<UUID, Outcome> ends = new LinkedHashMap<>();

    /** The CLI has had this prompt, and this was its end. */
    void ended(UUID id, Outcome outcome) {
        ends.put(id, outcome);
        if (ends.size() > MAX) {
            ends.remove(ends.keySet().iterator().next());
        }
    }

    /** What comes of sending a prompt with this id; null where the CLI has not seen it. */
    @Nullable Outcome ofAnother(UUID id) {
        Outcome before = ends.get(id);
        if (before == null) {
            return null;
        }
        return before == Outcome.COMPLETED ? Outcome.ALREADY_ANSWERED : Outcome.ALREADY_SEEN;
    }
}
