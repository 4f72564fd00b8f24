/**
 * How the command line works while the bot runs: the bot owns the home and serves {@code state/control.sock}; everybody else asks it
 * there. Lines of JSON go both ways, one {@link io.github.claudebridge.app.control.Request} on each connection, then {@link
 * io.github.claudebridge.app.control.Reply replies} up to the last one.
 *
 * <p>Enter at {@link io.github.claudebridge.app.control.ControlServer} for the bot, at {@link
 * io.github.claudebridge.app.control.HomeAccess} for everybody else.
 */
@NullMarked
package io.github.claudebridge.app.control;

import org.jspecify.annotations.NullMarked;
