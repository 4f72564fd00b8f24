/** Markdown to a commonmark tree, with the few dialect rules that chat answers need. */
@NullMarked
package io.github.claudebridge.telegram.render.internal.parse;

import org.jspecify.annotations.NullMarked;
