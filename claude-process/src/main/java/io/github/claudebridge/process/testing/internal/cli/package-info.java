/**
 * The command line as {@link io.github.claudebridge.process.testing.FakeClaude} plays it.
 *
 * <p>{@code FakeProgram} is the entry: it reads lines, sorts them, and ends. {@code TurnLoop} runs the turns on a thread
 * of its own, so that control requests are answered while a turn runs.
 */
@NullMarked
package io.github.claudebridge.process.testing.internal.cli;

import org.jspecify.annotations.NullMarked;
