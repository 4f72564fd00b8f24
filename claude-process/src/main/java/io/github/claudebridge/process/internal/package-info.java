/**
 * How a {@code ClaudeProcess} is made of the layers below it. Not part of the API. Enter at {@link LiveClaude}: it starts the CLI
 * ({@link CliRun}), hands what it says to the {@link Conversation}, and ends it ({@link Shutdown}).
 */
@NullMarked
package io.github.claudebridge.process.internal;

import org.jspecify.annotations.NullMarked;
