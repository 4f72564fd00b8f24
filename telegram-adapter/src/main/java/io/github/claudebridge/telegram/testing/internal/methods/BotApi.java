package io.github.claudebridge.telegram.testing.internal.methods;

import io.github.claudebridge.telegram.testing.internal.Backend;
import io.github.claudebridge.telegram.testing.internal.transport.MethodTable;
import io.github.claudebridge.telegram.testing.internal.updates.Polling;

/** Puts all groups of methods together. */
public final class BotApi {

    private BotApi() {}

    /**
     * The methods over this state.
     *
     * @param rich whether the server knows rich messages
     */
    public static MethodTable methods(Backend backend, CommandMethods commands, boolean rich) {
        MethodRegistry registry = new MethodRegistry(backend.world());
        Targets targets = new Targets(backend.chats());
        Sender sender = new Sender(backend);
        registerMessages(registry, backend, targets, sender, rich);
        new UpdateMethods(backend.updates(), new Polling(backend.world(), backend.updates())).register(registry);
        new ProfileMethods(backend.bot(), targets).register(registry);
        new ChatActionMethods(backend.world(), targets, backend.actions()).register(registry);
        new CallbackMethods(backend.callbacks()).register(registry);
        new TopicMethods(backend.bot(), targets, sender).register(registry);
        new ReactionMethods(backend.bot(), targets).register(registry);
        commands.register(registry);
        return registry.table();
    }

    private static void registerMessages(
            MethodRegistry registry, Backend backend, Targets targets, Sender sender, boolean rich) {
        new MessageMethods(backend.world(), targets, sender, backend.lints()).register(registry);
        new EditMethods(backend.world(), targets, sender, backend.lints(), rich).register(registry);
        new FileMethods(targets, sender, backend.files(), backend.lints()).register(registry);
        new AlbumMethods(targets, sender, backend.files(), backend.lints()).register(registry);
        DraftMethods drafts =
                new DraftMethods(backend.world(), targets, backend.drafts(), backend.rate(), backend.lints());
        drafts.register(registry);
        if (rich) {
            drafts.registerRich(registry);
            new RichMethods(targets, sender).register(registry);
        }
    }
}
