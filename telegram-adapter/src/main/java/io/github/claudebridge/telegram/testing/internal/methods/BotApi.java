package io.github.claudebridge.telegram.testing.internal.methods;

import io.github.claudebridge.telegram.testing.internal.chats.Callbacks;
import io.github.claudebridge.telegram.testing.internal.chats.ChatActions;
import io.github.claudebridge.telegram.testing.internal.chats.Chats;
import io.github.claudebridge.telegram.testing.internal.chats.Drafts;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.rate.RateLimiter;
import io.github.claudebridge.telegram.testing.internal.transport.MethodTable;
import io.github.claudebridge.telegram.testing.internal.updates.Polling;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateQueue;

/** Puts all groups of methods together. */
public final class BotApi {

    private BotApi() {}

    public static MethodTable methods(
            World world,
            Bot bot,
            Chats chats,
            Drafts drafts,
            ChatActions actions,
            Callbacks callbacks,
            UpdateQueue updates,
            CommandMethods commands,
            RateLimiter rate,
            LintLog lints) {
        Targets targets = new Targets(chats);
        Sender sender = new Sender(world, bot, chats, drafts, rate);
        MethodRegistry registry = new MethodRegistry(world);
        new UpdateMethods(updates, new Polling(world, updates)).register(registry);
        new ProfileMethods(bot, targets).register(registry);
        new MessageMethods(world, targets, sender, lints).register(registry);
        new EditMethods(world, targets, sender, lints).register(registry);
        new ChatActionMethods(world, targets, actions).register(registry);
        new CallbackMethods(callbacks).register(registry);
        commands.register(registry);
        return registry.table();
    }
}
