/** Failures that a test has scripted. Enter at {@code FaultScript}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.faults;

import org.jspecify.annotations.NullMarked;
