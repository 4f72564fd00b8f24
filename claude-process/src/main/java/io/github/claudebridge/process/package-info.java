/**
 * The Claude Code command line as a Java object: start it, send prompts, get callbacks.
 *
 * <p>Enter at {@link ClaudeProcess#builder()}. Events are in {@code event}, failures in {@code error}, decisions about tools in
 * {@code permission}. Below lie the layers that it is made of, each of which can be read alone: {@code protocol} (messages),
 * {@code framing} (lines) and {@code transport} (bytes).
 */
@NullMarked
package io.github.claudebridge.process;

import org.jspecify.annotations.NullMarked;
