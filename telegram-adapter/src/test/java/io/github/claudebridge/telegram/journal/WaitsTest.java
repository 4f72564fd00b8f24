package io.github.claudebridge.telegram.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitsTest {

    private static final Instant REFUSED = Instant.parse("2026-01-31T13:52:54.580315790Z");

    @TempDir
    Path folder;

    @Test
    void a_wait_is_not_shorter_for_the_bot_that_is_started_next() {
        Path file = folder.resolve("journal.db");
        try (Journal journal = Journal.open(file, Clock.fixed(REFUSED, ZoneOffset.UTC))) {
            journal.waits().add(7, Waits.Kind.EVERYTHING, Duration.ofSeconds(128));
        }
        Clock later = Clock.fixed(REFUSED.plusSeconds(100), ZoneOffset.UTC);
        try (Journal journal = Journal.open(file, later)) {
            assertThat(journal.waits().left(Waits.Kind.EVERYTHING).get(7L))
                    .isBetween(Duration.ofSeconds(28), Duration.ofSeconds(28).plusMillis(1));
            assertThat(journal.waits().left(Waits.Kind.TYPING)).isEmpty();
        }
    }
}
