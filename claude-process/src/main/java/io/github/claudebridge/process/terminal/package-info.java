/**
 * Commands in a pseudo terminal, and the interactive Claude Code as a Java object.
 *
 * <p>Enter at {@link io.github.claudebridge.process.terminal.ClaudeTerminal}: its turns reach the same listener as those of a
 * {@link io.github.claudebridge.process.ClaudeProcess}. A {@link io.github.claudebridge.process.terminal.Terminal} is the lower half, for
 * every command that wants a terminal, such as {@code claude auth login}: keys and bytes in, bytes and a screen out.
 *
 * <p>Needs pty4j and JLine's builtins on the class path, which are optional dependencies of this library. No other package knows them.
 */
@NullMarked
package io.github.claudebridge.process.terminal;

import org.jspecify.annotations.NullMarked;
