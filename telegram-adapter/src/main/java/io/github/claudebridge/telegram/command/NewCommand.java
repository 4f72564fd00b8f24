package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.journal.ActiveSessions;

/** Makes a session and switches the chat to it. */
final class NewCommand implements Command {

    private final SessionStore store;
    private final ActiveSessions active;

    NewCommand(SessionStore store, ActiveSessions active) {
        this.store = store;
        this.active = active;
    }

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String arguments() {
        return "<name> [persona]";
    }

    @Override
    public String description() {
        return "Make a session and switch to it";
    }

    @Override
    public String run(ChatId chat, String argument) {
        String[] words = argument.split("\\s+", 3);
        if (argument.isEmpty() || words.length > 2) {
            return "Tell me a name without blanks: /new <name> [persona]. Personas: "
                    + String.join(", ", store.personas().names()) + ".";
        }
        SessionName name = SessionName.of(words[0]);
        store.create(name, words.length == 2 ? words[1] : PersonaLibrary.DEFAULT);
        active.activate(chat.value(), name.value());
        return "Session " + name.value() + " is ready. What you write now goes there.";
    }
}
