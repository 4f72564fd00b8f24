package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.words.CommandWords;

/** Switches the chat to another session; the one it leaves goes on with what it does. */
final class SessionCommand implements Command {

    private final SessionStore store;
    private final ChatSessions chats;
    private final Conversations conversations;
    private final Glance glance;

    SessionCommand(SessionStore store, ChatSessions chats, Conversations conversations) {
        this.store = store;
        this.chats = chats;
        this.conversations = conversations;
        this.glance = new Glance(store);
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
    public Reply run(CommandCall call) {
        if (call.argument().isEmpty()) {
            return Reply.say(chats.active(call.chat())
                    .map(name -> CommandWords.talksTo(name.value()))
                    .orElse(CommandWords.TALKS_TO_NONE));
        }
        SessionName name = SessionName.of(call.argument());
        if (store.find(name).isEmpty()) {
            return Reply.say(CommandWords.noSession(name.value()));
        }
        chats.switchTo(call.chat(), name);
        conversations.of(name).warmUp();
        return Reply.say(glance.of(name));
    }
}
