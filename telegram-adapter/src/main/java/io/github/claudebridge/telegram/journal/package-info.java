/**
 * What the bot must not forget, in one SQLite file: which updates came in and how far they got, and which session each chat
 * talks to. An update is stored here before Telegram is told that it arrived.
 *
 * <p>Enter at {@link io.github.claudebridge.telegram.journal.Journal}. Everything here is thread-safe; every write is on the
 * disk when the method returns.
 */
@NullMarked
package io.github.claudebridge.telegram.journal;

import org.jspecify.annotations.NullMarked;
