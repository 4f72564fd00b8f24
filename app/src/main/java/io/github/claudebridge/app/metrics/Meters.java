package io.github.claudebridge.app.metrics;

import io.github.claudebridge.process.TurnResult;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Counts what the bot does. Thread-safe. */
public final class Meters {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter turns = Counter.builder()
            .name("claude_bridge_turns_total")
            .help("Turns of Claude that have ended, by how.")
            .labelNames("outcome")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("claude_bridge_turn_seconds")
            .help("How long turns took.")
            .classicUpperBounds(1, 3, 10, 30, 100, 300, 1_000, 3_600)
            .classicOnly()
            .register(registry);
    private final Counter cost = Counter.builder()
            .name("claude_bridge_cost_usd_total")
            .help("What turns cost, in US dollars, as the CLI reckons it.")
            .register(registry);
    private final Counter calls = Counter.builder()
            .name("claude_bridge_telegram_calls_total")
            .help("Calls of the Bot API by method and HTTP status; 429 is a limit, 0 no answer.")
            .labelNames("method", "status")
            .register(registry);
    private final Histogram latency = Histogram.builder()
            .name("claude_bridge_telegram_call_seconds")
            .help("How long calls of the Bot API took, polls left out.")
            .classicUpperBounds(0.05, 0.1, 0.3, 1, 3, 10)
            .classicOnly()
            .register(registry);

    /** A turn has ended. */
    public void turn(TurnResult turn) {
        turns.labelValues(turn.outcome().toString().toLowerCase(Locale.ROOT)).inc();
        seconds.observe(seconds(turn.duration()));
        turn.costUsd().ifPresent(usd -> cost.inc(Math.max(0, usd)));
    }

    /**
     * The Bot API was called.
     *
     * @param status of HTTP; 0 if there was no answer
     */
    public void call(String method, int status, Duration took) {
        calls.labelValues(method, Integer.toString(status)).inc();
        if (!method.equals("getupdates")) {
            latency.observe(seconds(took));
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Shows how a bot is whenever somebody asks. */
    void watch(Vitals vitals) {
        gauge("claude_bridge_reading", "Whether messages are read.", () -> vitals.isReading() ? 1 : 0);
        gauge("claude_bridge_claude_processes", "Processes of Claude that live.", vitals::processes);
        gauge("claude_bridge_unsent_messages", "Messages that wait to be sent.", vitals::unsent);
        gauge("claude_bridge_resident_bytes", "Memory of the bot itself.", Memory::resident);
        gauge("claude_bridge_heap_bytes", "Heap of the bot that is in use.", Memory::heap);
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /** Writes everything in Prometheus' text format. */
    void write(OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }
}
