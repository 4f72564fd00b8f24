package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ConversationSpec;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a conversation's history, beside what the host tells. Thread-safe. */
final class History {

    /** How sure it is that there is one. */
    enum Evidence {
        /** Nothing was said as far as we know. */
        NONE,
        /** Something was said, but a crash may have come before it was written. */
        LIKELY,
        /** A turn was completed. */
        CERTAIN
    }

    private @Nullable UUID sessionId;
    private Evidence evidence = Evidence.NONE;

    synchronized void learn(UUID id, Evidence found) {
        if (!id.equals(sessionId)) {
            sessionId = id;
            evidence = found;
        } else if (found.compareTo(evidence) > 0) {
            evidence = found;
        }
    }

    synchronized Evidence of(ConversationSpec spec) {
        if (spec.hasHistory()) {
            return Evidence.CERTAIN;
        }
        return spec.sessionId().equals(sessionId) ? evidence : Evidence.NONE;
    }
}
