package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Question;
import java.util.concurrent.CompletableFuture;

/** What comes of a command. What is said comes without a sound. Immutable. */
public sealed interface Reply {

    /** There is nothing to say. */
    Reply NOTHING = later(CompletableFuture.completedFuture(Handled.DONE));

    /** Plain text. */
    static Reply say(String text) {
        return new Say(text);
    }

    /** Markdown. */
    static Reply show(String markdown) {
        return new Show(markdown);
    }

    /** A question; its answer comes to {@link Command#chosen}. */
    static Reply ask(Question question) {
        return new Ask("-", question);
    }

    /**
     * A question; its answer comes to {@link Command#chosen}.
     *
     * @param subject what it is about, of the characters of a {@link io.github.claudebridge.telegram.conversation.DeliveryKey}
     *     without a slash
     */
    static Reply ask(String subject, Question question) {
        return new Ask(subject, question);
    }

    /** Something for Claude, in a session. */
    static Reply prompt(SessionName session, String text) {
        return new ToClaude(session, text);
    }

    /** A file. */
    static Reply file(FileToSend file) {
        return new SendFile(file);
    }

    /** What comes of it is known later. */
    static Reply soon(CompletableFuture<Reply> reply) {
        return new Soon(reply);
    }

    /** The command says what there is to say by itself. */
    static Reply later(CompletableFuture<Handled> handled) {
        return new Later(handled);
    }

    record Say(String text) implements Reply {}

    record Show(String markdown) implements Reply {}

    record Ask(String subject, Question question) implements Reply {}

    record SendFile(FileToSend file) implements Reply {}

    record ToClaude(SessionName session, String text) implements Reply {}

    /**
     * Exceptions are told as those of {@link Command#run}.
     *
     * @param reply what comes of it
     */
    record Soon(CompletableFuture<Reply> reply) implements Reply {}

    /**
     * As for {@link io.github.claudebridge.telegram.conversation.MessageHandler#handle}.
     *
     * @param handled what becomes of it
     */
    record Later(CompletableFuture<Handled> handled) implements Reply {}
}
