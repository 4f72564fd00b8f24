/**
 * Turns Claude's Markdown into messages that Telegram accepts as they are: plain text plus a list of entities, never a parse mode.
 *
 * <p>Enter at {@link io.github.claudebridge.telegram.render.MarkdownRenderer}.
 */
@NullMarked
package io.github.claudebridge.telegram.render;

import org.jspecify.annotations.NullMarked;
