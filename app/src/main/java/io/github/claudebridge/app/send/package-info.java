/**
 * Texts and files from scripts to the chat. {@link io.github.claudebridge.app.send.SendCommand} takes them, {@link
 * io.github.claudebridge.app.send.Mail} says them, in the bot that runs or alone.
 */
@NullMarked
package io.github.claudebridge.app.send;

import org.jspecify.annotations.NullMarked;
