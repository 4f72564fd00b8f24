package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.question.ModeQuestion;
import io.github.claudebridge.telegram.conversation.question.Modes;
import io.github.claudebridge.telegram.journal.ActiveSessions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Shows and changes what Claude may do without asking in the session that the chat talks to. Thread-safe. */
public final class ModeCommand implements Command {

    private final ChatSessions chats;
    private final Modes modes;
    private final Chat chat;

    public ModeCommand(SessionStore store, ActiveSessions active, Conversations conversations, Modes modes, Chat chat) {
        this.chats = new ChatSessions(store, active, conversations, new Undecided(chat));
        this.modes = modes;
        this.chat = chat;
    }

    @Override
    public String name() {
        return "mode";
    }

    @Override
    public String arguments() {
        return "[plan|ask|accept-edits|bypass]";
    }

    @Override
    public String description() {
        return "Show or change what Claude may do without asking";
    }

    @Override
    public Reply run(CommandCall call) {
        ChatSessions.Choice choice = chats.of(call.chat());
        if (choice instanceof ChatSessions.Ask ask) {
            return Reply.say(ask.question());
        }
        SessionName session = ((ChatSessions.Found) choice).name();
        Optional<PermissionMode> mode = Modes.named(call.argument());
        return mode.isEmpty()
                ? Reply.ask(ModeQuestion.of(session, modes, call.userId()))
                : Reply.later(change(session, mode.get(), call.userId(), call.chat(), call.key()));
    }

    @Override
    public CompletableFuture<Handled> chosen(Chosen chosen) {
        return ModeQuestion.read(chosen)
                .map(asked -> change(
                        asked.session(),
                        asked.mode(),
                        chosen.userId(),
                        chosen.chat(),
                        chosen.question().with("changed")))
                .orElseGet(() -> CompletableFuture.completedFuture(Handled.DONE));
    }

    private CompletableFuture<Handled> change(
            SessionName session, PermissionMode mode, long userId, ChatId where, DeliveryKey key) {
        try {
            return modes.change(session, mode, userId)
                    .thenCompose(told -> chat.notice(where, key, told))
                    .thenApply(told -> Handled.DONE);
        } catch (SessionException e) {
            return chat.failure(where, key.with("failed"), e.problem() + " " + e.nextStep())
                    .thenApply(told -> Handled.FAILED);
        }
    }
}
