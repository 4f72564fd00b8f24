/** HTTP in and out: reads a request whatever its encoding, hands it to a method, records the call. Enter at {@code ApiServer}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.transport;

import org.jspecify.annotations.NullMarked;
