/**
 * Lines to typed messages and back: the CLI's stream-json, and the control requests of both sides. Knows nothing of processes or
 * threads. Enter at {@link MessageDecoder}, {@link MessageEncoder} and {@link ControlChannel}.
 */
@NullMarked
package io.github.claudebridge.process.protocol;

import org.jspecify.annotations.NullMarked;
