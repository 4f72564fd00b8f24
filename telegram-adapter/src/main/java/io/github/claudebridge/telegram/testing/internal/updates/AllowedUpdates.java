package io.github.claudebridge.telegram.testing.internal.updates;

import java.util.List;
import java.util.Set;

/** Which kinds of update the bot wants; remembered from call to call. Guarded by the world's lock. */
final class AllowedUpdates {

    private static final Set<String> ONLY_WHEN_NAMED =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private List<String> named = List.of();

    /** Remembers a new list; an empty one means the default set. */
    void set(List<String> kinds) {
        named = List.copyOf(kinds);
    }

    boolean wants(String kind) {
        return named.isEmpty() ? !ONLY_WHEN_NAMED.contains(kind) : named.contains(kind);
    }

    List<String> named() {
        return named;
    }
}
