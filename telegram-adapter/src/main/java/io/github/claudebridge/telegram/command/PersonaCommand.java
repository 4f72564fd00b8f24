package io.github.claudebridge.telegram.command;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import io.github.claudebridge.telegram.conversation.words.StatusWords;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Gives a session another persona; its process begins again with it. */
final class PersonaCommand implements Command {

    private final Reach reach;

    PersonaCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return SessionManuals.PERSONA;
    }

    @Override
    public Reply run(CommandCall call) {
        List<String> words = call.words(1, manual());
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return words.isEmpty() ? offer(session, call) : choose(session, words.get(0));
    }

    private Reply offer(SessionName session, CommandCall call) {
        List<String> names = reach.store().personas().names();
        String lines = names.stream().map(this::line).collect(Collectors.joining("\n"));
        String asked = StatusWords.persona(
                session.value(), reach.store().get(session).metadata().persona());
        List<Choice> choices =
                names.stream().map(name -> new Choice(name, name)).toList();
        return Reply.ask(session.value(), new Question(Plain.text(asked + "\n\n" + lines), choices, call.person()));
    }

    private String line(String name) {
        try {
            return StatusWords.personaLine(
                    name, reach.store().personas().get(name).description());
        } catch (SessionException e) {
            return StatusWords.personaLine(name, e.problem());
        }
    }

    private Reply choose(SessionName session, String persona) {
        reach.store().changePersona(session, persona);
        boolean idle = reach.conversations()
                .live(session)
                .filter(claude -> claude.status() == Status.IDLE)
                .isPresent();
        if (idle) {
            CompletableFuture<Void> unused = reach.conversations().suspend(session);
        }
        return Reply.say(StatusWords.personaChosen(session.value(), persona));
    }

    @Override
    public Reply chosen(Press press) {
        return choose(reach.chats().existing(press.subject(), press.userId()), press.choice());
    }
}
