package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedDayTest {

    @TempDir
    Path folder;

    @Test
    void a_day_with_refusals_outages_and_restarts_loses_no_answer_and_breaks_no_wait() {
        long seed = Long.getLong("day.seed", System.nanoTime());
        try (SimulatedDay day = new SimulatedDay(folder, seed)) {
            day.run(Duration.ofHours(24));

            assertThat(day.answers()).as("answers, seed %d", seed).isGreaterThan(60);
            assertThat(day.missing())
                    .as("answers that nobody got, seed %d", seed)
                    .isEmpty();
            assertThat(day.surplus())
                    .as("answers that came twice, seed %d", seed)
                    .isLessThanOrEqualTo(day.repeats());
            assertThat(day.callsInsideWaits())
                    .as("calls inside waits, seed %d", seed)
                    .isEmpty();
            assertThat(day.undisturbedTurns())
                    .as("turns without trouble, seed %d", seed)
                    .isNotEmpty();
            assertThat(day.undisturbedTurns())
                    .as("longest time without a typing sign in turns without trouble, seed %d", seed)
                    .allSatisfy(turn ->
                            assertThat(day.longestWithoutTyping(turn)).isLessThanOrEqualTo(Duration.ofSeconds(5)));
        }
    }
}
