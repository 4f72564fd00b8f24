/** A commonmark tree to styled text: the house rules for headings, lists, tables, links and the rest. */
@NullMarked
package io.github.claudebridge.telegram.render.internal.layout;

import org.jspecify.annotations.NullMarked;
