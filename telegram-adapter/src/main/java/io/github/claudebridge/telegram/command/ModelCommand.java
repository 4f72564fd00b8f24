package io.github.claudebridge.telegram.command;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.control.ModelInfo;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.CommandWords;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Chooses the model of a session; a running process changes to it with the next request. */
final class ModelCommand implements Command {

    /** Goes back to the model of the persona, or to Claude's own choice. */
    private static final String DEFAULT = "default";

    private static final List<String> ALIASES = List.of(DEFAULT, "opus", "sonnet", "haiku");

    private final SessionStore store;
    private final ChatSessions chats;
    private final Conversations conversations;
    private final Chat chat;

    ModelCommand(SessionStore store, ChatSessions chats, Conversations conversations, Chat chat) {
        this.store = store;
        this.chats = chats;
        this.conversations = conversations;
        this.chat = chat;
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String arguments() {
        return "[name]";
    }

    @Override
    public String description() {
        return "Show or choose the model of the session";
    }

    @Override
    public Reply run(CommandCall call) {
        Optional<SessionName> session =
                chats.active(call.chat()).filter(name -> store.find(name).isPresent());
        if (session.isEmpty()) {
            return Reply.say(CommandWords.TALKS_TO_NONE);
        }
        return call.argument().isEmpty()
                ? Reply.later(show(session.get(), call))
                : Reply.say(choose(session.get(), call.argument()));
    }

    /** The choices come from the running process, where there is one. */
    private CompletableFuture<Handled> show(SessionName session, CommandCall call) {
        CompletableFuture<List<String>> models = conversations
                .live(session)
                .map(ClaudeProcess::models)
                .map(known -> known.thenApply(
                        list -> list.stream().map(ModelInfo::value).toList()))
                .orElseGet(() -> CompletableFuture.completedFuture(ALIASES))
                .exceptionally(failure -> ALIASES);
        return models.thenCompose(names -> chat.ask(
                        call.chat(),
                        call.key().in(name() + "/" + session.value()),
                        new Question(Plain.text(current(session)), choices(names)).quietly()))
                .thenApply(asked -> Handled.DONE);
    }

    private static List<Choice> choices(List<String> names) {
        return names.stream().map(name -> new Choice(name, name)).toList();
    }

    private String current(SessionName session) {
        String chosen = store.get(session).metadata().model();
        String persona = store.get(session).persona().settings().model().orElse(DEFAULT);
        return CommandWords.model(session.value(), Objects.requireNonNullElse(chosen, persona));
    }

    private String choose(SessionName session, String model) {
        String wanted = model.equals(DEFAULT) ? null : model;
        try {
            store.update(session, edit -> edit.model(wanted));
        } catch (IllegalArgumentException e) {
            return CommandWords.noModel(model, String.valueOf(e.getMessage()));
        }
        String effective = wanted != null
                ? wanted
                : store.get(session).persona().settings().model().orElse(null);
        conversations.live(session).ifPresent(claude -> {
            CompletableFuture<String> unused = claude.setModel(effective);
        });
        return CommandWords.modelChosen(session.value(), model);
    }

    @Override
    public CompletableFuture<Handled> chosen(Chosen chosen) {
        SessionName session = SessionName.of(chosen.question().value().split("/", 3)[1]);
        DeliveryKey key = chosen.question().with("chosen");
        try {
            return chat.notice(chosen.chat(), key, choose(session, chosen.choiceId()))
                    .thenApply(told -> Handled.DONE);
        } catch (SessionException e) {
            return chat.failure(chosen.chat(), key, e.problem() + " " + e.nextStep())
                    .thenApply(told -> Handled.FAILED);
        }
    }
}
