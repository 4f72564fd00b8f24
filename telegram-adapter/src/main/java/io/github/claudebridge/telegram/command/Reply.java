package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Question;
import java.util.concurrent.CompletableFuture;

/** What comes of a command. Immutable. */
public sealed interface Reply {

    /** Plain text, said silently. */
    static Reply say(String text) {
        return new Say(text);
    }

    /** A question; its answer comes to {@link Command#chosen}. */
    static Reply ask(Question question) {
        return new Ask(question);
    }

    /** The command says what there is to say by itself. */
    static Reply later(CompletableFuture<Handled> handled) {
        return new Later(handled);
    }

    record Say(String text) implements Reply {}

    record Ask(Question question) implements Reply {}

    /**
     * As for {@link io.github.claudebridge.telegram.conversation.MessageHandler#handle}.
     *
     * @param handled what becomes of it
     */
    record Later(CompletableFuture<Handled> handled) implements Reply {}
}
