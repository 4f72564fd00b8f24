/**
 * What the bot must not forget, in one SQLite file: which updates came in, which prompts are how far, which messages are
 * to be sent and which questions are open, and which session each chat talks to. An update is stored here before Telegram is told that it
 * arrived, a message before it is sent.
 *
 * <p>Enter at {@link io.github.claudebridge.telegram.journal.Journal}. Everything here is thread-safe; every write is on the
 * disk when the method returns, unless the method says otherwise.
 */
@NullMarked
package io.github.claudebridge.telegram.journal;

import org.jspecify.annotations.NullMarked;
