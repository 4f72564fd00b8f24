package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.util.List;

/** Asks whether something is really to be taken away. */
final class Confirmation {

    private static final String YES = "yes";

    private Confirmation() {}

    /**
     * The question, for the person who gave the command alone.
     *
     * @param session what it is about
     * @param question plain text
     */
    static Reply ask(CommandCall call, SessionName session, String question, String yes, String no) {
        List<Choice> choices = List.of(new Choice(YES, yes, Choice.Style.DANGER), new Choice("no", no));
        return Reply.ask(session.value(), new Question(Plain.text(question), choices, call.person()));
    }

    static boolean isYes(Press press) {
        return press.choice().equals(YES);
    }

    static SessionName session(Press press) {
        return SessionName.of(press.subject());
    }
}
