/**
 * What people can tell the bot itself: one class per command, and the
 * {@link io.github.claudebridge.telegram.command.MessageRouter} that tells commands from prompts.
 */
@NullMarked
package io.github.claudebridge.telegram.command;

import org.jspecify.annotations.NullMarked;
