package io.github.claudebridge.telegram.testing;

import io.github.claudebridge.telegram.testing.internal.Backend;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.chats.MessageView;
import io.github.claudebridge.telegram.testing.internal.chats.Topic;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.faults.FaultScript;
import io.github.claudebridge.telegram.testing.internal.methods.BotApi;
import io.github.claudebridge.telegram.testing.internal.methods.CommandMethods;
import io.github.claudebridge.telegram.testing.internal.page.ChatPage;
import io.github.claudebridge.telegram.testing.internal.page.PageActions;
import io.github.claudebridge.telegram.testing.internal.page.PageFiles;
import io.github.claudebridge.telegram.testing.internal.page.PageState;
import io.github.claudebridge.telegram.testing.internal.page.Secret;
import io.github.claudebridge.telegram.testing.internal.transport.ApiServer;
import io.github.claudebridge.telegram.testing.internal.transport.CallLog;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateScript;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A Bot API server on the loopback interface with one registered bot. It refuses what the real server refuses, in the same words,
 * lists what the real one silently changes, and records every call. Thread-safe.
 *
 * <p>By default it knows no rate limits, so that tests need not wait; see {@link FakeTelegramBuilder#rateModel}.
 */
public final class FakeTelegram implements AutoCloseable {

    private final World world;
    private final Backend backend;
    private final People people;
    private final CommandMethods commands = new CommandMethods();
    private final FaultScript faults = new FaultScript();
    private final CallLog calls;
    private final boolean strict;
    private final ApiServer server;

    FakeTelegram(FakeTelegramBuilder options) {
        backend = options.backend();
        world = backend.world();
        people = new People(backend);
        calls = new CallLog(world);
        strict = options.isStrict();
        server = ApiServer.start(
                options.port(),
                backend.bot().token(),
                world,
                BotApi.methods(backend, commands, options.knowsRichMessages()),
                faults,
                calls,
                backend.files()::download);
    }

    /** Starts a server with the default options. */
    public static FakeTelegram start() {
        return builder().start();
    }

    public static FakeTelegramBuilder builder() {
        return new FakeTelegramBuilder();
    }

    /** The root for bots: what is {@code https://api.telegram.org} for the real server. */
    public URI apiRoot() {
        return server.root();
    }

    /** The token of the registered bot: made up, but well formed. */
    public String token() {
        return backend.bot().token();
    }

    /** The bot's identifier. */
    public long botId() {
        return backend.bot().id();
    }

    /** The bot's user name, without {@code @}. */
    public String botUsername() {
        return backend.bot().username();
    }

    /**
     * A person with a private chat. The bot cannot write to it before the person has written.
     *
     * @param id a positive number; the same number is the same person
     */
    public FakeUser user(long id, String firstName) {
        return people.user(id, firstName);
    }

    /**
     * A basic group with the bot in it.
     *
     * @param id a negative number; the same number is the same group
     */
    public FakeGroup group(long id, String title) {
        return people.group(id, Chat.Kind.GROUP, title, false);
    }

    /**
     * A supergroup with the bot in it.
     *
     * @param id a negative number, by custom {@code -100} and more digits; the same number is the same group
     */
    public FakeGroup supergroup(long id, String title) {
        return people.group(id, Chat.Kind.SUPERGROUP, title, false);
    }

    /**
     * A supergroup with topics and the bot in it.
     *
     * @param id a negative number, by custom {@code -100} and more digits; the same number is the same group
     */
    public FakeGroup forum(long id, String title) {
        return people.group(id, Chat.Kind.SUPERGROUP, title, true);
    }

    /** The bot's messages in a chat as people see them now, oldest first. */
    public List<SentMessage> messages(long chatId) {
        return world.read(() -> backend.chats().find(chatId).stream()
                .flatMap(chat -> chat.messages().stream())
                .filter(Message::byBot)
                .map(MessageView::of)
                .toList());
    }

    /**
     * Waits until the bot's messages in a chat are as wanted.
     *
     * @param limit how long at most, in real time
     * @return the messages that were as wanted
     * @throws AssertionError when the time is over; it tells what there was
     */
    public List<SentMessage> awaitMessages(long chatId, Duration limit, Predicate<List<SentMessage>> wanted) {
        List<SentMessage> seen = new ArrayList<>();
        await("the bot's messages in chat " + chatId, limit, () -> {
            seen.clear();
            seen.addAll(messages(chatId));
            return wanted.test(List.copyOf(seen));
        });
        return List.copyOf(seen);
    }

    /**
     * Waits for a message of the bot.
     *
     * @param limit how long at most, in real time
     * @return the first message that is as wanted
     * @throws AssertionError when the time is over; it tells what there was
     */
    public SentMessage awaitMessage(long chatId, Duration limit, Predicate<SentMessage> wanted) {
        return awaitMessages(chatId, limit, messages -> messages.stream().anyMatch(wanted)).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Waits until something holds about this server.
     *
     * @param what names it in the failure
     * @param limit how long at most, in real time
     * @param condition is looked at after every call and whenever else something changes; it must be quick
     * @throws AssertionError when the time is over
     */
    public void await(String what, Duration limit, BooleanSupplier condition) {
        if (!world.await(limit, condition)) {
            throw new AssertionError("Waited " + limit + " in vain for " + what + "; calls: " + calls());
        }
    }

    /** The drafts that people see in a chat now. */
    public List<Draft> drafts(long chatId) {
        return world.read(() -> backend.drafts().shown(chatId));
    }

    /** Every "is typing" and the like in a chat, oldest first. */
    public List<ChatAction> chatActions(long chatId) {
        return world.read(() -> backend.actions().in(chatId));
    }

    /**
     * The "is typing" or the like that people see in a chat now: for five seconds by the server's clock, or until the bot's next message.
     *
     * @param threadId the topic, or 0 for none
     */
    public Optional<ChatAction> shownAction(long chatId, long threadId) {
        return world.read(() -> backend.actions().shown(chatId, threadId));
    }

    /** Every call the bot has made, in the order in which they ended. */
    public List<Call> calls() {
        return calls.all();
    }

    /** Every call of one method. */
    public List<Call> calls(String method) {
        return calls().stream()
                .filter(call -> call.method().equalsIgnoreCase(method))
                .toList();
    }

    /** How the bot answered presses of buttons, oldest first. */
    public List<CallbackAnswer> callbackAnswers() {
        return world.read(backend.callbacks()::answers);
    }

    /**
     * The bot's commands.
     *
     * @param scope such as {@code default} or {@code all_private_chats}
     * @param language a language code, or empty
     */
    public List<BotCommand> commands(String scope, String language) {
        return world.read(() -> commands.commands(scope, language));
    }

    /** What the real server would have changed without a word, and calls that a bot should not make. */
    public List<Lint> lint() {
        return backend.lints().all();
    }

    /** The bot's reaction to a message, if it has one. */
    public Optional<String> reaction(long chatId, long messageId) {
        return world.read(() -> backend.chats()
                .find(chatId)
                .flatMap(chat -> chat.message(messageId))
                .flatMap(message -> Optional.ofNullable(message.reactions().get(botId()))));
    }

    /** The topics of a chat by their numbers. */
    public Map<Long, String> topics(long chatId) {
        return world.read(() -> backend.chats().find(chatId).stream()
                .flatMap(chat -> chat.topics().stream())
                .collect(Collectors.toMap(Topic::id, Topic::name)));
    }

    /**
     * The content of a file that the server has.
     *
     * @throws java.util.NoSuchElementException when it has no such file
     */
    public byte[] file(String fileId) {
        return backend.files().content(fileId).orElseThrow().clone();
    }

    /**
     * A page for the browser on which a person chats with the bot, in the private chat and in every group.
     *
     * @return its address on the loopback interface, with a secret in it; every call makes another one
     */
    public URI chatPage(FakeUser person) {
        String root = "/page/" + Secret.random();
        PageState state = new PageState(person.id(), backend, this::menu);
        PageActions actions = new PageActions((chatId, topicId) -> people.seat(person, chatId, topicId));
        server.serve(root, new ChatPage(root, world, state, actions, new PageFiles(backend.files())));
        return apiRoot().resolve(root + "/");
    }

    private List<BotCommand> menu() {
        List<BotCommand> forPrivateChats = commands("all_private_chats", "");
        return forPrivateChats.isEmpty() ? commands("default", "") : forPrivateChats;
    }

    /** The queue of updates. */
    public Updates updates() {
        return new UpdateScript(backend.updates());
    }

    /** The failures to come. */
    public Faults faults() {
        return faults;
    }

    /**
     * Stops the server. Bots that wait for updates are cut off.
     *
     * @throws AssertionError when the server is {@linkplain FakeTelegramBuilder#strict strict} and {@link #lint()} is not empty
     */
    @Override
    public void close() {
        world.close();
        server.close();
        if (strict && !lint().isEmpty()) {
            throw new AssertionError("The bot's calls were accepted, but: " + lint());
        }
    }
}
