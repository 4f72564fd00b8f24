package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.ChoiceHandler;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.KeyedMessage;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.Reaction;
import io.github.claudebridge.telegram.conversation.SessionKeeper;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.conversation.batch.Batches;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.HelpWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import io.github.claudebridge.telegram.journal.JournalException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tells commands from prompts: a text that starts with a slash and the name of one of the bot's commands is that command,
 * everything else, Claude's own slash commands too, goes to the session that the chat talks to.
 */
public final class MessageRouter implements MessageHandler, ChoiceHandler {

    private final Commands commands;
    private final List<MessageFilter> filters;
    private final Conversations conversations;
    private final Undecided undecided;
    private final ChatSessions chats;
    private final Targets targets;
    private final Batches batches;
    private final Replies replies;
    private final Typos typos;
    private final OwnersOnly owners;
    private final SessionKeeper keeper;
    private final Chat chat;

    /**
     * Puts the ways of messages together.
     *
     * @param commands what the bot can be told to do
     * @param filters look at every message first, in this order
     * @param batches gathers prompts, and hands them to the conversations
     */
    public MessageRouter(Reach reach, Commands commands, List<MessageFilter> filters, Batches batches) {
        this.commands = commands;
        this.filters = List.copyOf(filters);
        this.conversations = reach.conversations();
        this.undecided = reach.undecided();
        this.chats = reach.chats();
        this.chat = reach.chat();
        this.targets = new Targets(conversations, chat, chats);
        this.batches = batches;
        this.replies = new Replies(chat, conversations, reach.clock());
        this.typos = new Typos(reach, commands);
        this.owners = new OwnersOnly(reach.bot());
        this.keeper = reach.keeper();
    }

    @Override
    public CompletableFuture<Handled> handle(UserMessage message, DeliveryKey key) {
        // What has become a prompt stays one, also where a filter would take it by now.
        return conversations
                .goOn(key)
                .or(() -> filters.stream()
                        .flatMap(filter -> filter.take(message, key).stream())
                        .findFirst())
                .orElseGet(() -> take(message, key));
    }

    private CompletableFuture<Handled> take(UserMessage message, DeliveryKey key) {
        try {
            Optional<CommandText> text = commandIn(message);
            Optional<Command> command = text.map(CommandText::name).flatMap(commands::find);
            if (command.isEmpty()) {
                return notOurs(message, text, key);
            }
            batches.flush(message.chat());
            return run(
                    command.get(),
                    new CommandCall(
                            message.chat(), message.userId(), text.orElseThrow().argument(), key));
        } catch (JournalException e) {
            CompletableFuture<Void> unused = chat.failure(message.chat(), DeliveryKey.random(), QueueWords.NOT_NOTED);
            return CompletableFuture.failedFuture(e);
        } catch (SessionException e) {
            return chat.failure(message.chat(), key, e.problem() + " " + e.nextStep())
                    .thenApply(told -> Handled.FAILED);
        }
    }

    /** What is for Claude, unless it is a slip of the pen, or not this person's to say. */
    private CompletableFuture<Handled> notOurs(UserMessage message, Optional<CommandText> text, DeliveryKey key) {
        Optional<String> refusal = owners.refusal(message.text(), message.userId());
        if (refusal.isPresent()) {
            return said(message.chat(), key, refusal.get());
        }
        Optional<String> meant =
                text.flatMap(written -> typos.meant(written, chats.active(message.chat(), message.userId())));
        if (meant.isEmpty()) {
            return prompt(new KeyedMessage(message, key));
        }
        CommandCall call = new CommandCall(message.chat(), message.userId(), "", key);
        return replies.run(
                new Replies.Place(Typos.PREFIX, call.chat(), call.userId(), key),
                () -> typos.ask(text.orElseThrow(), meant.get(), call, message.text()));
    }

    private CompletableFuture<Handled> run(Command command, CommandCall call) {
        return replies.run(new Replies.Place(command.manual().name(), call.chat(), call.userId(), call.key()), () -> {
            if (command.manual().is(Manual.Trait.PRIVATE) && call.isInGroup()) {
                throw new Refusal(HelpWords.privateOnly(command.manual()));
            }
            return command.run(call);
        });
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
        if (message.message().messageId() != 0) {
            chat.react(message.message().chat(), message.message().messageId(), Reaction.SEEN);
        }
        if (choice instanceof ChatSessions.Found found && keeper.isBusy(found.name())) {
            return said(
                    message.message().chat(),
                    message.key(),
                    ArchiveWords.busy(found.name().value()));
        }
        if (choice instanceof ChatSessions.Found found) {
            return batches.add(found.name(), prompt);
        }
        ChatSessions.Ask ask = (ChatSessions.Ask) choice;
        return ask.names().isEmpty()
                ? said(message.message().chat(), message.key(), ask.question())
                : undecided.keep(prompt, ask.question(), ask.names());
    }

    @Override
    public CompletableFuture<Handled> edited(UserMessage message, DeliveryKey key) {
        UserMessage now = message.saying(CommandText.verbatim(message.text()));
        // Of an album, the text may stand at another part.
        boolean saysNothing = message.text().isBlank();
        boolean isCommand = commandIn(message)
                .map(CommandText::name)
                .flatMap(commands::find)
                .isPresent();
        if (saysNothing || isCommand) {
            return CompletableFuture.completedFuture(Handled.DONE);
        }
        Optional<String> refusal = owners.refusal(now.text(), now.userId());
        if (refusal.isPresent()) {
            return said(now.chat(), key, refusal.get());
        }
        // The change is not done before the message is: after a restart both come again.
        return batches.edit(now).or(() -> undecided.edit(now)).orElseGet(() -> editOfPrompt(now, key));
    }

    private CompletableFuture<Handled> editOfPrompt(UserMessage now, DeliveryKey key) {
        return switch (conversations.edit(now)) {
            case REPLACED -> said(now.chat(), key, QueueWords.REPLACED);
            case TOO_LATE -> said(now.chat(), key, QueueWords.ALREADY_STARTED);
            case UNCHANGED, UNKNOWN -> CompletableFuture.completedFuture(Handled.DONE);
        };
    }

    @Override
    public CompletableFuture<Handled> stopped(ChatId where, long userId, DeliveryKey key) {
        batches.flush(where);
        return run(commands.find("stop").orElseThrow(), new CommandCall(where, userId, "", key));
    }

    /** Takes the answers to the questions of commands, of this router, and of the conversations. */
    @Override
    public CompletableFuture<Handled> chosen(Chosen chosen) {
        String[] key = chosen.question().value().split("/", 3);
        if (key[0].equals(Undecided.PREFIX)) {
            SessionName picked = SessionName.of(chosen.choiceId());
            if (chats.mayUse(chosen.userId(), picked)) {
                chats.switchTo(chosen.chat(), picked);
            }
            return CompletableFuture.completedFuture(Handled.DONE);
        }
        if (key.length == 3 && key[0].equals(Typos.PREFIX)) {
            Press press = press(chosen, key[1]);
            return replies.run(place(Typos.PREFIX, press), () -> typos.chosen(press));
        }
        Optional<Command> asking = key.length < 3 ? Optional.empty() : commands.find(key[0]);
        if (asking.isEmpty()) {
            return conversations.chosen(chosen);
        }
        Press press = press(chosen, key[1]);
        return replies.run(place(key[0], press), () -> asking.get().chosen(press));
    }

    private static Press press(Chosen chosen, String subject) {
        return new Press(chosen.chat(), chosen.userId(), subject, chosen.choiceId(), chosen.question());
    }

    private static Replies.Place place(String command, Press press) {
        return new Replies.Place(command, press.chat(), press.userId(), press.key());
    }

    private CompletableFuture<Handled> said(ChatId where, DeliveryKey key, String text) {
        return chat.notice(where, key, text).thenApply(told -> Handled.DONE);
    }
}
