/**
 * A Telegram for tests and demonstrations: a strict Bot API server on the loopback interface, the people who talk to the bot, and a
 * record of all that happened. Enter at {@link io.github.claudebridge.telegram.testing.FakeTelegram}.
 */
@NullMarked
package io.github.claudebridge.telegram.testing;

import org.jspecify.annotations.NullMarked;
