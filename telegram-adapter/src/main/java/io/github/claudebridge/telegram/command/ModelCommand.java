package io.github.claudebridge.telegram.command;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.control.ModelInfo;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.CommandWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Chooses the model of a session; a running process changes to it with the next request. */
final class ModelCommand implements Command {

    /** Goes back to the model of the persona, or to Claude's own choice. */
    private static final String DEFAULT = "default";

    private static final List<String> ALIASES = List.of(DEFAULT, "opus", "sonnet", "haiku");

    private final Reach reach;

    ModelCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.MODEL;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return call.argument().isEmpty()
                ? Reply.soon(models(session).thenApply(names -> offer(session, names, call)))
                : choose(session, call.argument());
    }

    /** The choices come from the running process, where there is one. */
    private CompletableFuture<List<String>> models(SessionName session) {
        return reach.conversations()
                .live(session)
                .map(ClaudeProcess::models)
                .map(known -> known.thenApply(
                        list -> list.stream().map(ModelInfo::value).toList()))
                .orElseGet(() -> CompletableFuture.completedFuture(ALIASES))
                .exceptionally(failure -> ALIASES);
    }

    private Reply offer(SessionName session, List<String> names, CommandCall call) {
        List<Choice> choices =
                names.stream().map(name -> new Choice(name, name)).toList();
        return Reply.ask(session.value(), new Question(Plain.text(current(session)), choices, call.person()));
    }

    private String current(SessionName session) {
        String chosen = reach.store().get(session).metadata().model();
        return CommandWords.model(
                session.value(),
                Objects.requireNonNullElse(chosen, ofPersona(session).orElse(DEFAULT)));
    }

    private Optional<String> ofPersona(SessionName session) {
        return reach.store().get(session).persona().settings().model();
    }

    private Reply choose(SessionName session, String model) {
        String before = reach.store().get(session).metadata().model();
        String wanted = model.equals(DEFAULT) ? null : model;
        try {
            reach.store().update(session, edit -> edit.model(wanted));
        } catch (IllegalArgumentException e) {
            throw new Refusal(CommandWords.noModel(model, String.valueOf(e.getMessage())));
        }
        String effective = wanted != null ? wanted : ofPersona(session).orElse(null);
        return reach.conversations()
                .live(session)
                .map(claude -> Reply.soon(claude.setModel(effective)
                        .thenCompose(set -> isKnown(claude, model))
                        .<Reply>thenApply(known -> Reply.say(CommandWords.modelChosen(session.value(), model, known)))
                        .exceptionally(failure -> notSet(session, before, model, failure))))
                .orElseGet(() -> Reply.say(CommandWords.modelChosen(session.value(), model, true)));
    }

    /** The CLI takes any name, and only a request to the model shows whether there is such a model. */
    private static CompletableFuture<Boolean> isKnown(ClaudeProcess claude, String model) {
        return claude.models()
                .thenApply(list -> model.equals(DEFAULT)
                        || list.isEmpty()
                        || list.stream()
                                .anyMatch(known -> known.value().equals(model)
                                        || known.resolvedModel().equals(model)))
                .exceptionally(failure -> true);
    }

    /** A model that Claude refuses is not the session's; where Claude did not answer, its next start will tell. */
    private Reply notSet(SessionName session, @Nullable String before, String model, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ClaudeException known && known.error() instanceof ClaudeError.RequestRefused refused) {
            reach.store().update(session, edit -> edit.model(before));
            throw new Refusal(CommandWords.modelRefused(model, refused.reason(), current(session)));
        }
        return Reply.say(CommandWords.modelNextTime(session.value(), model));
    }

    @Override
    public Reply chosen(Press press) {
        return choose(reach.chats().existing(press.subject(), press.userId()), press.choice());
    }
}
