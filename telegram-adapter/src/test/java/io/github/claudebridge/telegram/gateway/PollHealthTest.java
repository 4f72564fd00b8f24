package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollHealthTest {

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final PollHealth health = new PollHealth(() -> now);

    @Test
    void it_is_silent_when_a_poll_takes_longer_than_any_poll_can() {
        now = now.plus(TelegramConnection.POLL).plusSeconds(60);
        assertThat(health.isSilent()).isFalse();
        now = now.plusSeconds(60);
        assertThat(health.isSilent()).isTrue();
        health.works();
        assertThat(health.isSilent()).isFalse();
    }

    @Test
    void a_pause_on_purpose_is_no_silence() {
        PollBackOff backOff = new PollBackOff(health);
        backOff.atLeast(Duration.ofHours(1));
        assertThat(backOff.nextBackOffMillis()).isEqualTo(Duration.ofHours(1).toMillis());
        now = now.plus(Duration.ofHours(1));
        assertThat(health.isSilent()).isFalse();
    }
}
