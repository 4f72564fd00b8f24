/**
 * Who may use the bot, and which of its sessions. {@link io.github.claudebridge.telegram.access.Admissions} lets people in: those of the
 * configuration, and those who were paired by {@link io.github.claudebridge.telegram.access.Pairing}. {@link
 * io.github.claudebridge.telegram.access.SessionAccess} keeps the sessions of one person from the others.
 */
@NullMarked
package io.github.claudebridge.telegram.access;

import org.jspecify.annotations.NullMarked;
