package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.telegram.conversation.Choice;
import java.util.List;

/** A request of Claude as it is put to people at this moment, and what their answers lead to. Immutable. */
sealed interface Dialog permits ToolDialog, PlanDialog, SurveyDialog {

    /** What is asked. The words go on after the name of the session. */
    Card card();

    /** The buttons, at least one. */
    List<Choice> choices();

    /** Somebody pressed a button; the id is that of one of the {@link #choices}. */
    Step chosen(String choiceId);

    /** Somebody wrote an answer. */
    Step written(String text);

    /** Whether the next message in the chat is an answer; otherwise only a reply to the question is. */
    boolean takesNextMessage();
}
