/** The bot with stand-ins for Telegram and Claude. Enter at {@link io.github.claudebridge.app.demo.DemoCommand}. */
@NullMarked
package io.github.claudebridge.app.demo;

import org.jspecify.annotations.NullMarked;
