package io.github.claudebridge.telegram.testing.internal;

import io.github.claudebridge.telegram.testing.internal.chats.Callbacks;
import io.github.claudebridge.telegram.testing.internal.chats.ChatActions;
import io.github.claudebridge.telegram.testing.internal.chats.Chats;
import io.github.claudebridge.telegram.testing.internal.chats.Drafts;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.files.FileStore;
import io.github.claudebridge.telegram.testing.internal.rate.RateLimiter;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateQueue;

/**
 * The state of one server, whose parts say themselves how they are guarded.
 *
 * @param world the lock and the clock
 * @param bot the registered bot
 * @param chats chats, topics and messages
 * @param drafts what people see of unfinished answers
 * @param actions "is typing" and the like
 * @param callbacks presses of buttons
 * @param updates what the bot has not confirmed yet
 * @param files the uploaded files
 * @param rate the limits
 * @param lints what the real server would change without a word
 */
public record Backend(
        World world,
        Bot bot,
        Chats chats,
        Drafts drafts,
        ChatActions actions,
        Callbacks callbacks,
        UpdateQueue updates,
        FileStore files,
        RateLimiter rate,
        LintLog lints) {}
