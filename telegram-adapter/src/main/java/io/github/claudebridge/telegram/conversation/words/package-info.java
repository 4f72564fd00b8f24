/**
 * What the bot says in its own words, one class for each theme. Nothing else in the conversation holds a text that people read, so that
 * this is what a translation has to replace. Stateless; safe for use by many threads.
 */
@NullMarked
package io.github.claudebridge.telegram.conversation.words;

import org.jspecify.annotations.NullMarked;
