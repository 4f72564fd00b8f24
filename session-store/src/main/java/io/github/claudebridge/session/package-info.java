/**
 * Sessions that are folders: one directory per session, which a person can read, edit, copy and archive.
 *
 * <p>Start with {@link io.github.claudebridge.session.SessionStore#open}. Everything is read from disk when it is asked
 * for; nothing is cached. Every error is a {@link io.github.claudebridge.session.SessionException} that carries its data
 * and says what to do next.
 *
 * <p>What lies in a session's folder may be written by anybody who works there and is never authority: rights are kept
 * apart, in {@link io.github.claudebridge.session.Grants}.
 */
@NullMarked
package io.github.claudebridge.session;

import org.jspecify.annotations.NullMarked;
