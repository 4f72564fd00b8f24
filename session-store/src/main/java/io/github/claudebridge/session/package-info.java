/**
 * Sessions that are folders: one directory per session, which a person can read, edit, copy and archive.
 *
 * <p>Start with {@link io.github.claudebridge.session.SessionStore#open}. Everything is read from disk when it is asked
 * for; nothing is cached. Every error is a {@link io.github.claudebridge.session.SessionException} that carries its data
 * and says what to do next.
 *
 * <p>Beside it: {@code log} (the conversation), {@code archive} (a whole session in one file), {@code files} (from and to
 * the chat), {@code persona}, and {@code imports} (from the Python predecessor).
 *
 * <p>What lies in a session's folder may be written by anybody who works there and is never authority: rights are kept
 * apart, in {@link io.github.claudebridge.session.Grants}.
 */
@NullMarked
package io.github.claudebridge.session;

import org.jspecify.annotations.NullMarked;
