/** From what a bot sent to the text and entities that people see, or the server's refusal. Enter at {@code TextPipeline}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.text;

import org.jspecify.annotations.NullMarked;
