/**
 * How the bot is, for programs that watch it: {@link io.github.claudebridge.app.metrics.Meters} counts, {@link
 * io.github.claudebridge.app.metrics.MetricsServer} serves {@code /health} and {@code /metrics} on loopback.
 */
@NullMarked
package io.github.claudebridge.app.metrics;

import org.jspecify.annotations.NullMarked;
