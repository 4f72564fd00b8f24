package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import io.github.claudebridge.telegram.conversation.words.SessionWords;
import java.util.List;

/** Makes a session and switches the chat to it. */
final class NewCommand implements Command {

    private final Reach reach;

    NewCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return SessionManuals.NEW;
    }

    @Override
    public Reply run(CommandCall call) {
        List<String> words = call.words(2, manual());
        if (words.isEmpty()) {
            throw new Refusal(SessionWords.newNeedsName(reach.store().personas().names()));
        }
        SessionName name = SessionName.of(words.get(0));
        boolean wasFree =
                reach.before(call.key(), () -> reach.store().find(name).isEmpty());
        if (!wasFree || !reach.chats().mayUse(call.userId(), name)) {
            reach.store().create(name, words.size() == 2 ? words.get(1) : PersonaLibrary.DEFAULT, call.maker());
        }
        reach.chats().switchTo(call.chat(), name);
        return Reply.say(SessionWords.created(name.value()));
    }
}
