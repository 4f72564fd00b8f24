/**
 * Telegram as the chat: updates come in by long polling and are stored before they are confirmed, texts are
 * stored before they go out in order, and are tried again until they are delivered.
 *
 * <p>Enter at {@link io.github.claudebridge.telegram.gateway.TelegramGateway}.
 */
@NullMarked
package io.github.claudebridge.telegram.gateway;

import org.jspecify.annotations.NullMarked;
