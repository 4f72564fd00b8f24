package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.conversation.Words;
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
    private final Conversations conversations;
    private final ActiveSession activeSession;
    private final Chat chat;

    public MessageRouter(
            SessionStore store, ActiveSessions active, Conversations conversations, Chat chat, Clock clock) {
        this.conversations = conversations;
        this.chat = chat;
        this.activeSession = new ActiveSession(store, active);
        for (Command command : List.of(
                HelpCommand.start(() -> Collections.unmodifiableCollection(commands.values())),
                HelpCommand.help(() -> Collections.unmodifiableCollection(commands.values())),
                new NewCommand(store, active),
                new SessionCommand(store, active, conversations),
                new SessionsCommand(store, active, clock))) {
            commands.put(command.name(), command);
        }
    }

    @Override
    public CompletableFuture<Handled> handle(UserMessage message, DeliveryKey key) {
        if (!message.files().isEmpty()) {
            return said(message, key, Words.ONLY_TEXT);
        }
        Optional<CompletableFuture<Handled>> begun = conversations.goOn(key);
        return begun.isPresent() ? begun.get() : take(message, key);
    }

    private CompletableFuture<Handled> take(UserMessage message, DeliveryKey key) {
        try {
            Optional<CommandText> text = CommandText.parse(message.text());
            Command command = text.map(CommandText::name).map(commands::get).orElse(null);
            if (command != null && chat.hasSaid(key)) {
                return CompletableFuture.completedFuture(Handled.DONE);
            }
            if (command != null) {
                return said(
                        message,
                        key,
                        command.run(message.chat(), text.orElseThrow().argument()));
            }
            ActiveSession.Choice choice = activeSession.of(message.chat());
            if (choice instanceof ActiveSession.Found found) {
                return conversations.prompt(found.name(), message, key);
            }
            return said(message, key, ((ActiveSession.Ask) choice).question());
        } catch (SessionException e) {
            return chat.failure(message.chat(), key, e.problem() + " " + e.nextStep())
                    .thenApply(told -> Handled.FAILED);
        }
    }

    private CompletableFuture<Handled> said(UserMessage message, DeliveryKey key, String text) {
        return chat.notice(message.chat(), key, text).thenApply(told -> Handled.DONE);
    }
}
