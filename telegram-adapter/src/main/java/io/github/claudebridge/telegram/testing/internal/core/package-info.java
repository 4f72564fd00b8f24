/** What every part of the fake server stands on: the one lock with its clock, JSON, and refusals. Enter at {@code World}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.core;

import org.jspecify.annotations.NullMarked;
