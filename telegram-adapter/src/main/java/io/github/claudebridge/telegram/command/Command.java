package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.Handled;
import java.util.concurrent.CompletableFuture;

/** Something the bot itself can be told to do. */
public interface Command {

    /** The name without the slash: {@code [a-z0-9_]{1,32}}, as Telegram's menu demands. */
    String name();

    /** What follows the name, as the help shows it; empty if nothing does. */
    String arguments();

    /** What the command does, in a few words that start with a verb. */
    String description();

    /**
     * Does it, and returns at once.
     *
     * @throws io.github.claudebridge.session.SessionException if the session it is about does not allow it; the message says
     *     what to do
     */
    Reply run(CommandCall call);

    /** Takes the answer to a question of this command; as {@link io.github.claudebridge.telegram.conversation.ChoiceHandler#chosen}. */
    default CompletableFuture<Handled> chosen(Chosen chosen) {
        return CompletableFuture.completedFuture(Handled.DONE);
    }
}
