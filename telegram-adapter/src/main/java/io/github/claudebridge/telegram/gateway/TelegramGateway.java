package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.journal.Updates;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** One Telegram bot: the chats it writes to, and the messages that come in. Thread-safe. */
public final class TelegramGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramGateway.class);

    private final TelegramConnection connection;
    private final OkHttpTelegramClient client;
    private final Sender sender;
    private final Typing typing;
    private final Chat chat;
    private @Nullable UpdateIntake intake;
    private @Nullable Poller poller;

    /** Nothing is sent before it is asked for. */
    public TelegramGateway(TelegramSettings settings) {
        this.connection = new TelegramConnection(settings);
        this.client = connection.sendingClient();
        this.sender = new Sender(client);
        this.typing = new Typing(connection.cosmeticClient());
        this.chat = new TelegramChat(sender, typing);
    }

    /**
     * Asks Telegram who this bot is.
     *
     * @return why the bot cannot work, or nothing if it can or Telegram cannot be asked now
     */
    public Optional<GatewayFailure> check() {
        try {
            LOG.info("This bot is @{}.", client.execute(new GetMe()).getUserName());
            return Optional.empty();
        } catch (TelegramApiException e) {
            boolean refused = e instanceof TelegramApiRequestException refusal
                    && refusal.getErrorCode() != null
                    && (refusal.getErrorCode() == 401 || refusal.getErrorCode() == 404);
            return refused ? Optional.of(GatewayFailure.WRONG_TOKEN) : Optional.empty();
        }
    }

    /** The chats that this bot writes to. */
    public Chat chat() {
        return chat;
    }

    /**
     * Takes up the messages that an earlier run left open, then reads new ones, and returns at once. To be called once.
     *
     * @param updates where updates are stored before Telegram forgets them
     * @param allowedUsers the numbers of those whose messages are read; everybody else is ignored
     * @param handler takes the messages, on one thread
     * @param onFailure told when no more messages can be read
     */
    public synchronized void start(
            Updates updates, Set<Long> allowedUsers, MessageHandler handler, Consumer<GatewayFailure> onFailure) {
        intake = new UpdateIntake(updates, allowedUsers, handler, chat);
        intake.resume();
        poller = new Poller(connection, intake::receive, onFailure);
        poller.start();
    }

    /** Stops reading. What is to be sent can still be sent. */
    public synchronized void stopReading() {
        if (poller != null) {
            poller.close();
        }
        if (intake != null) {
            intake.close();
        }
    }

    /** Stops reading, delivers what is on its way for a few seconds, and lets go of all connections. */
    @Override
    public void close() {
        stopReading();
        typing.close();
        sender.close();
        connection.close();
    }
}
