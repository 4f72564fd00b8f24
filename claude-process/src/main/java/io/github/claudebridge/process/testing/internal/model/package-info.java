/**
 * The model that both fakes share: it answers a Messages API request as the text of the user's prompt says.
 *
 * <p>{@link io.github.claudebridge.process.testing.internal.model.ScriptedModel} is the entry. A prompt is a script:
 * steps joined by {@code " ;; "}, one per request of the turn, each of actions joined by {@code " ++ "}, one per content
 * block. {@link io.github.claudebridge.process.testing.internal.model.Actions} names them all. A prompt that starts with
 * no action is echoed.
 */
@NullMarked
package io.github.claudebridge.process.testing.internal.model;

import org.jspecify.annotations.NullMarked;
