/**
 * The stand-in on a terminal: a small interactive program around the one that speaks the line protocol, of which it is a host. Enter at
 * {@link io.github.claudebridge.process.testing.internal.tui.FakeTui}.
 */
@NullMarked
package io.github.claudebridge.process.testing.internal.tui;

import org.jspecify.annotations.NullMarked;
