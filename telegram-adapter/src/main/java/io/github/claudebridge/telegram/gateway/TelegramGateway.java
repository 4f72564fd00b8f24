package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.access.Admission;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.ChoiceHandler;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.redact.Redactor;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** One Telegram bot: the chats it writes to, and the messages that come in. Thread-safe. */
public final class TelegramGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramGateway.class);

    private static final Duration NOTES_LIMIT = Duration.ofSeconds(5);

    private final TelegramConnection connection;
    private final Journal journal;
    private final SerialExecutor notes = new SerialExecutor("telegram-notes");
    private final Loop loop = new ThreadLoop("telegram-send");
    private final Outgoings outgoings;
    private @Nullable UpdateIntake intake;
    private @Nullable Poller poller;

    /**
     * Connects a bot with its journal. What an earlier run could not deliver is sent from now on.
     *
     * @param journal outlives the gateway, and belongs to it alone while it lives
     * @param redactor masks secrets in everything that is sent
     * @throws io.github.claudebridge.telegram.journal.JournalException if the journal cannot be read
     */
    public TelegramGateway(TelegramSettings settings, Journal journal, Redactor redactor) {
        this(settings, journal, redactor, CallObserver.NOBODY);
    }

    /**
     * The same.
     *
     * @param observer told of every call
     */
    public TelegramGateway(TelegramSettings settings, Journal journal, Redactor redactor, CallObserver observer) {
        this.connection = new TelegramConnection(settings, redactor, observer);
        this.journal = journal;
        this.outgoings = Outgoings.over(loop, connection, settings.pace(), redactor, journal, notes);
        outgoings.resume();
    }

    /**
     * Asks Telegram who this bot is.
     *
     * @return why the bot cannot work, or nothing if it can or Telegram cannot be asked now
     */
    public Optional<GatewayFailure> check() {
        try {
            LOG.info("This bot is @{}.", connection.identity().ask());
            return Optional.empty();
        } catch (TelegramApiException e) {
            boolean refused = e instanceof TelegramApiRequestException refusal
                    && refusal.getErrorCode() != null
                    && (refusal.getErrorCode() == 401 || refusal.getErrorCode() == 404);
            return refused ? Optional.of(GatewayFailure.WRONG_TOKEN) : Optional.empty();
        }
    }

    /** Fetches what people sent. */
    public Downloads downloads() {
        return connection.downloads();
    }

    /** The chats that this bot writes to. */
    public Chat chat() {
        return outgoings.chat();
    }

    /**
     * Takes up the messages that an earlier run left open, then reads new ones, and returns at once. To be called once.
     *
     * @param admission decides whose messages are read; everybody else is ignored
     * @param messages takes the messages, what was changed in them, and presses of stop buttons, on one thread
     * @param choices takes the answers to questions, on the same thread
     * @param onFailure told when no more messages can be read
     */
    public synchronized void start(
            Admission admission, MessageHandler messages, ChoiceHandler choices, Consumer<GatewayFailure> onFailure) {
        intake = intake(admission, messages, choices);
        intake.resume();
        poller = new Poller(connection, intake, onFailure);
        poller.start();
    }

    UpdateIntake intake(Admission admission, MessageHandler messages, ChoiceHandler choices) {
        Stops stops = new Stops(outgoings.drafts(), messages);
        Presses presses = new Presses(outgoings.desk(), connection.cosmeticClient(), choices, stops);
        Dispatch dispatch = new Dispatch(admission, messages, presses, stops, outgoings.sender(), chat());
        return new UpdateIntake(journal.updates(), connection.identity(), this::isBound, dispatch, chat(), loop);
    }

    /** A topic that talks to a session is there for nothing else. */
    private boolean isBound(ChatId topic) {
        try {
            return journal.activeSessions().of(topic.value(), topic.topic()).isPresent();
        } catch (JournalException e) {
            LOG.error("It cannot be told whether a topic talks to a session: {}", e.getMessage());
            return false;
        }
    }

    /** Whether messages are read: Telegram was heard of lately, or is asked again and again. */
    public synchronized boolean isReading() {
        return poller != null && poller.lives();
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
        outgoings.sender().close();
        if (!notes.stop(NOTES_LIMIT)) {
            LOG.warn("Deliveries are still being noted.");
        }
        connection.close();
    }
}
