package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.journal.ActiveSessions;

/** Switches the chat to another session; the one it leaves goes on with what it does. */
final class SessionCommand implements Command {

    private final SessionStore store;
    private final ActiveSessions active;
    private final Conversations conversations;

    SessionCommand(SessionStore store, ActiveSessions active, Conversations conversations) {
        this.store = store;
        this.active = active;
        this.conversations = conversations;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public String arguments() {
        return "<name>";
    }

    @Override
    public String description() {
        return "Switch to a session";
    }

    @Override
    public String run(ChatId chat, String argument) {
        if (argument.isEmpty()) {
            return active.of(chat.value())
                    .map(name -> "This chat talks to " + name + ". Switch with /session <name>; /sessions lists all.")
                    .orElse("This chat has no session yet. Choose one with /session <name>; /sessions lists all.");
        }
        SessionName name = SessionName.of(argument);
        if (store.find(name).isEmpty()) {
            return "There is no session " + name.value() + ". /sessions lists all; /new " + name.value() + " makes it.";
        }
        active.activate(chat.value(), name.value());
        conversations.of(name).warmUp();
        return "Now talking to " + name.value() + ".";
    }
}
