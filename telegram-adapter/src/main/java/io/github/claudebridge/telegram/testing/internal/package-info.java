/** The inside of the fake server; not for use from outside. Enter at {@code Backend}, which holds all its state. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal;

import org.jspecify.annotations.NullMarked;
