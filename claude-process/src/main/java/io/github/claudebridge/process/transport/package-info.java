/**
 * Starts a command, gives its three streams, and ends it with everything it started. Knows nothing of what is said on the streams.
 * Enter at {@link Transport}; {@link PipeTransport} is the one for real processes.
 */
@NullMarked
package io.github.claudebridge.process.transport;

import org.jspecify.annotations.NullMarked;
