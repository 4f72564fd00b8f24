/**
 * Many conversations for minutes or hours, while processes and hosts are killed at random. Enter at
 * {@link io.github.claudebridge.process.supervisor.soak.SoakTest}.
 */
@NullMarked
package io.github.claudebridge.process.supervisor.soak;

import org.jspecify.annotations.NullMarked;
