package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import io.github.claudebridge.telegram.conversation.words.SessionWords;
import java.util.List;

/** Switches the chat to another session; the one it leaves goes on with what it does. */
final class SessionCommand implements Command {

    private static final int MOST_BUTTONS = 10;

    private final Reach reach;
    private final Glance glance;

    SessionCommand(Reach reach) {
        this.reach = reach;
        this.glance = new Glance(reach.store());
    }

    @Override
    public Manual manual() {
        return SessionManuals.SESSION;
    }

    @Override
    public Reply run(CommandCall call) {
        return call.argument().isEmpty()
                ? offer(call)
                : switchTo(
                        new Audience(call.chat(), call.userId()),
                        reach.chats().existing(call.argument(), call.userId()));
    }

    private Reply offer(CommandCall call) {
        SessionName current = reach.chats().require(call.chat(), call.userId());
        List<Choice> others = reach.chats().visible(call.userId()).stream()
                .map(entry -> entry.name().value())
                .filter(name -> !name.equals(current.value()))
                .limit(MOST_BUTTONS)
                .map(name -> new Choice(name, name))
                .toList();
        return others.isEmpty()
                ? Reply.say(SessionWords.switchTo(current.value()))
                : Reply.ask(new Question(Plain.text(SessionWords.switchTo(current.value())), others, call.person()));
    }

    private Reply switchTo(Audience audience, SessionName name) {
        reach.chats().switchTo(audience.chat(), name);
        reach.conversations().of(name).warmUp(audience);
        return Reply.say(glance.of(name));
    }

    @Override
    public Reply chosen(Press press) {
        return switchTo(
                new Audience(press.chat(), press.userId()), reach.chats().existing(press.choice(), press.userId()));
    }
}
