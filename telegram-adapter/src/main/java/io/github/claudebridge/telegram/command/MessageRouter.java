package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.ChoiceHandler;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.KeyedMessage;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.conversation.batch.Batches;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import io.github.claudebridge.telegram.journal.ActiveSessions;
import io.github.claudebridge.telegram.journal.JournalException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tells commands from prompts: a text that starts with a slash and the name of one of the bot's commands is that command,
 * everything else, Claude's own slash commands too, goes to the session that the chat talks to.
 */
public final class MessageRouter implements MessageHandler, ChoiceHandler {

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final List<MessageFilter> filters;
    private final Conversations conversations;
    private final Undecided undecided;
    private final ChatSessions chats;
    private final Targets targets;
    private final Batches batches;
    private final Command stop;
    private final Chat chat;

    /**
     * Puts the bot's commands together.
     *
     * @param more commands beyond the built-in ones
     * @param filters look at every message first, in this order
     * @param batches gathers prompts, and hands them to the conversations
     */
    public MessageRouter(
            SessionStore store,
            ActiveSessions active,
            Conversations conversations,
            Chat chat,
            Clock clock,
            List<Command> more,
            List<MessageFilter> filters,
            Batches batches) {
        this.conversations = conversations;
        this.chat = chat;
        this.filters = List.copyOf(filters);
        this.batches = batches;
        this.undecided = new Undecided(chat);
        this.chats = new ChatSessions(store, active, conversations, undecided);
        this.targets = new Targets(store, conversations, chat, chats);
        this.stop = new StopCommand(chats, conversations);
        List.of(
                        HelpCommand.start(() -> Collections.unmodifiableCollection(commands.values())),
                        HelpCommand.help(() -> Collections.unmodifiableCollection(commands.values())),
                        new NewCommand(store, chats),
                        new SessionCommand(store, chats, conversations),
                        new SessionsCommand(store, chats, clock),
                        stop,
                        new OutputModeCommand(OutputMode.DEFAULT, store, chats),
                        new OutputModeCommand(OutputMode.VERBOSE, store, chats),
                        new OutputModeCommand(OutputMode.SMART, store, chats),
                        new ModelCommand(store, chats, conversations, chat))
                .forEach(this::add);
        more.forEach(this::add);
    }

    private void add(Command command) {
        commands.put(command.name(), command);
    }

    @Override
    public CompletableFuture<Handled> handle(UserMessage message, DeliveryKey key) {
        return filters.stream()
                .flatMap(filter -> filter.take(message, key).stream())
                .findFirst()
                .or(() -> conversations.goOn(key))
                .orElseGet(() -> take(message, key));
    }

    private CompletableFuture<Handled> take(UserMessage message, DeliveryKey key) {
        try {
            Optional<CommandText> text = commandIn(message);
            Command command = text.map(CommandText::name).map(commands::get).orElse(null);
            if (command == null) {
                return prompt(new KeyedMessage(message, key));
            }
            batches.flush(message.chat());
            return chat.hasSaid(key)
                    ? CompletableFuture.completedFuture(Handled.DONE)
                    : run(command, text.orElseThrow().argument(), message, key);
        } catch (JournalException e) {
            CompletableFuture<Void> unused = chat.failure(message.chat(), DeliveryKey.random(), QueueWords.NOT_NOTED);
            return CompletableFuture.failedFuture(e);
        } catch (SessionException e) {
            return chat.failure(message.chat(), key, e.problem() + " " + e.nextStep())
                    .thenApply(told -> Handled.FAILED);
        }
    }

    /** What comes with files, or from somebody else, commands nothing. */
    private static Optional<CommandText> commandIn(UserMessage message) {
        return message.files().isEmpty() && message.forwardedFrom().isEmpty()
                ? CommandText.parse(message.text())
                : Optional.empty();
    }

    private CompletableFuture<Handled> prompt(KeyedMessage message) {
        ChatSessions.Choice choice = targets.of(message.message());
        KeyedMessage prompt =
                message.text(CommandText.verbatim(message.message().text()));
        if (choice instanceof ChatSessions.Found found) {
            return batches.add(found.name(), prompt);
        }
        ChatSessions.Ask ask = (ChatSessions.Ask) choice;
        return ask.names().isEmpty()
                ? said(message.message().chat(), message.key(), ask.question())
                : undecided.keep(prompt, ask.question(), ask.names());
    }

    private CompletableFuture<Handled> run(Command command, String argument, UserMessage message, DeliveryKey key) {
        Reply reply = command.run(new CommandCall(message.chat(), message.userId(), argument, key));
        if (reply instanceof Reply.Say say) {
            return said(message.chat(), key, say.text());
        }
        if (reply instanceof Reply.Ask ask) {
            return chat.ask(message.chat(), key.in(command.name()), ask.question())
                    .thenApply(told -> Handled.DONE);
        }
        return ((Reply.Later) reply).handled();
    }

    @Override
    public CompletableFuture<Handled> edited(UserMessage message, DeliveryKey key) {
        UserMessage now = message.saying(CommandText.verbatim(message.text()));
        // Of an album, the text may stand at another part.
        boolean saysNothing = message.text().isBlank();
        boolean isCommand = commandIn(message)
                .map(CommandText::name)
                .filter(commands::containsKey)
                .isPresent();
        if (saysNothing || isCommand || batches.edit(now)) {
            return CompletableFuture.completedFuture(Handled.DONE);
        }
        return switch (conversations.edit(now)) {
            case REPLACED -> said(message.chat(), key, QueueWords.REPLACED);
            case TOO_LATE -> said(message.chat(), key, QueueWords.ALREADY_STARTED);
            case UNCHANGED, UNKNOWN -> CompletableFuture.completedFuture(Handled.DONE);
        };
    }

    @Override
    public CompletableFuture<Handled> stopped(ChatId where, long userId, DeliveryKey key) {
        batches.flush(where);
        Reply reply = stop.run(new CommandCall(where, userId, "", key));
        return said(where, key, ((Reply.Say) reply).text());
    }

    /** Takes the answers to the questions of commands, of this router, and of the conversations. */
    @Override
    public CompletableFuture<Handled> chosen(Chosen chosen) {
        String name = chosen.question().value().split("/", 2)[0];
        if (name.equals(Undecided.PREFIX)) {
            chats.switchTo(chosen.chat(), SessionName.of(chosen.choiceId()));
            return CompletableFuture.completedFuture(Handled.DONE);
        }
        Command asking = commands.get(name);
        return asking == null ? conversations.chosen(chosen) : asking.chosen(chosen);
    }

    private CompletableFuture<Handled> said(ChatId where, DeliveryKey key, String text) {
        return chat.notice(where, key, text).thenApply(told -> Handled.DONE);
    }
}
