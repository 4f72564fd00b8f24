/**
 * Answers that a test has decided on, and what the stand-in was told: files in a folder, since the stand-in is a process of its own.
 * Enter at {@link io.github.claudebridge.process.testing.internal.book.RuleFile} and
 * {@link io.github.claudebridge.process.testing.internal.book.EventLog}.
 */
@NullMarked
package io.github.claudebridge.process.testing.internal.book;

import org.jspecify.annotations.NullMarked;
