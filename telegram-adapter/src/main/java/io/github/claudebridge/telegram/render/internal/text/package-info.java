/** What one piece of text is to Telegram: which characters it keeps, how wide they are, where they may be cut. */
@NullMarked
package io.github.claudebridge.telegram.render.internal.text;

import org.jspecify.annotations.NullMarked;
