/**
 * Telegram as the chat: updates come in by long polling and are stored before they are confirmed; what is said is stored before it
 * goes out, within Telegram's limits, by urgency, and is tried again until it is delivered.
 *
 * <p>Enter at {@link io.github.claudebridge.telegram.gateway.TelegramGateway}. Inside, {@code Poller} and {@code UpdateIntake} are the way
 * in, {@code Outbox} and {@code Sender} the way out.
 */
@NullMarked
package io.github.claudebridge.telegram.gateway;

import org.jspecify.annotations.NullMarked;
