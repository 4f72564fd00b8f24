package io.github.claudebridge.process.supervisor.internal;

import java.time.Instant;

/** A time in which nothing happens. It is equal to no other, not even to one that began at the same moment. Immutable and thread-safe. */
final class Idleness {

    private final Instant since;

    Idleness(Instant since) {
        this.since = since;
    }

    Instant since() {
        return since;
    }
}
