/** The bot as a process: {@link io.github.claudebridge.app.bot.RunCommand} starts it, {@link io.github.claudebridge.app.bot.Bot} puts the modules together. */
@NullMarked
package io.github.claudebridge.app.bot;

import org.jspecify.annotations.NullMarked;
