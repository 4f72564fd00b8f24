package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.journal.ActiveSessions;
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
public final class MessageRouter implements MessageHandler {

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final List<MessageFilter> filters;
    private final Conversations conversations;
    private final ChatSessions chats;
    private final Chat chat;

    /**
     * Puts the bot's commands together.
     *
     * @param more commands beyond the built-in ones
     * @param filters look at every message first, in this order
     */
    public MessageRouter(
            SessionStore store,
            ActiveSessions active,
            Conversations conversations,
            Chat chat,
            Clock clock,
            List<Command> more,
            List<MessageFilter> filters) {
        this.conversations = conversations;
        this.chat = chat;
        this.filters = List.copyOf(filters);
        this.chats = new ChatSessions(store, active, conversations);
        List.of(
                        HelpCommand.start(() -> Collections.unmodifiableCollection(commands.values())),
                        HelpCommand.help(() -> Collections.unmodifiableCollection(commands.values())),
                        new NewCommand(store, chats),
                        new SessionCommand(store, chats, conversations),
                        new SessionsCommand(store, chats, clock))
                .forEach(this::add);
        more.forEach(this::add);
    }

    private void add(Command command) {
        commands.put(command.name(), command);
    }

    /** The command that asked a question; empty where it was none. Its name is the first part of the question's key. */
    public Optional<Command> asking(DeliveryKey question) {
        return Optional.ofNullable(commands.get(question.value().split("/", 2)[0]));
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
            Optional<CommandText> text =
                    message.files().isEmpty() ? CommandText.parse(message.text()) : Optional.empty();
            Command command = text.map(CommandText::name).map(commands::get).orElse(null);
            if (command != null && chat.hasSaid(key)) {
                return CompletableFuture.completedFuture(Handled.DONE);
            }
            if (command != null) {
                return run(command, text.orElseThrow().argument(), message, key);
            }
            ChatSessions.Choice choice = chats.of(message.chat());
            if (choice instanceof ChatSessions.Found found) {
                return conversations.prompt(found.name(), message, key);
            }
            return said(message, key, ((ChatSessions.Ask) choice).question());
        } catch (SessionException e) {
            return chat.failure(message.chat(), key, e.problem() + " " + e.nextStep())
                    .thenApply(told -> Handled.FAILED);
        }
    }

    private CompletableFuture<Handled> run(Command command, String argument, UserMessage message, DeliveryKey key) {
        Reply reply = command.run(new CommandCall(message.chat(), message.userId(), argument, key));
        if (reply instanceof Reply.Say say) {
            return said(message, key, say.text());
        }
        if (reply instanceof Reply.Ask ask) {
            DeliveryKey question = new DeliveryKey(command.name() + "/" + key.value());
            return chat.ask(message.chat(), question, ask.question()).thenApply(told -> Handled.DONE);
        }
        return ((Reply.Later) reply).handled();
    }

    private CompletableFuture<Handled> said(UserMessage message, DeliveryKey key, String text) {
        return chat.notice(message.chat(), key, text).thenApply(told -> Handled.DONE);
    }
}
