package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.Usage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CostMeterTest {

    private static ResultMessage report(double total, OptionalDouble sinceLast) {
        return new ResultMessage(
                "s",
                "success",
                false,
                "completed",
                "",
                List.of(),
                OptionalInt.empty(),
                Usage.NONE,
                Duration.ZERO,
                1,
                total,
                sinceLast,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    private static OptionalDouble take(CostMeter meter, double total) {
        return meter.take(report(total, OptionalDouble.empty()));
    }

    @Test
    void is_the_difference_of_two_totals() {
        CostMeter meter = new CostMeter(false);
        assertThat(take(meter, 1)).hasValue(1);
        assertThat(take(meter, 1.5)).hasValue(0.5);
        assertThat(take(meter, 1.5)).hasValue(0);
    }

    @Test
    void leaves_out_what_a_resumed_session_had_cost_before() {
        CostMeter meter = new CostMeter(true);
        meter.baseline(10);
        assertThat(take(meter, 10.25)).hasValue(0.25);
    }

    @Test
    void cannot_be_told_when_the_earlier_cost_is_unknown_and_the_report_does_not_help() {
        assertThat(take(new CostMeter(true), 10)).isEmpty();
        assertThat(new CostMeter(true).take(report(10, OptionalDouble.of(0.1)))).hasValue(0.1);
    }

    @Test
    void starts_afresh_when_the_history_is_dropped() {
        CostMeter meter = new CostMeter(false);
        take(meter, 3);
        meter.reset();
        assertThat(take(meter, 0.5)).hasValue(0.5);
    }

    @Test
    void begins_anew_with_what_the_next_process_knows_of() {
        CostMeter meter = new CostMeter(false);
        take(meter, 5);
        meter.baseline(1);
        assertThat(take(meter, 6)).hasValue(5);
    }
}
