package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.ChatId;

/** Something the bot itself can be told to do. */
public interface Command {

    /** The name without the slash: {@code [a-z0-9_]{1,32}}, as Telegram's menu demands. */
    String name();

    /** What follows the name, as the help shows it; empty if nothing does. */
    String arguments();

    /** What the command does, in a few words that start with a verb. */
    String description();

    /**
     * Does it.
     *
     * @param chat where the command was given
     * @param argument what followed the name, without surrounding blanks; empty if nothing did
     * @return what to say to the chat, plain text
     * @throws io.github.claudebridge.session.SessionException if the session it is about does not allow it; the message says
     *     what to do
     */
    String run(ChatId chat, String argument);
}
