package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.conversation.words.CommandWords;

/** Makes a session and switches the chat to it. */
final class NewCommand implements Command {

    private final SessionStore store;
    private final ChatSessions chats;

    NewCommand(SessionStore store, ChatSessions chats) {
        this.store = store;
        this.chats = chats;
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
    public Reply run(CommandCall call) {
        String[] words = call.argument().split("\\s+", 3);
        if (call.argument().isEmpty() || words.length > 2) {
            return Reply.say(CommandWords.newNeedsName(store.personas().names()));
        }
        SessionName name = SessionName.of(words[0]);
        store.create(name, words.length == 2 ? words[1] : PersonaLibrary.DEFAULT);
        chats.switchTo(call.chat(), name);
        return Reply.say(CommandWords.created(name.value()));
    }
}
