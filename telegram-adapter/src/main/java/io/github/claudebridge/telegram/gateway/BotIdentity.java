package io.github.claudebridge.telegram.gateway;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Who this bot is: its number stands in its token, its name is asked for. Thread-safe. */
final class BotIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(BotIdentity.class);

    private final long id;
    private final TelegramClient client;
    private volatile @Nullable String name;

    BotIdentity(BotToken token, TelegramClient client) {
        this.id = token.botId();
        this.client = client;
    }

    /**
     * Asks Telegram.
     *
     * @return the bot's user name
     */
    String ask() throws TelegramApiException {
        String answer = client.execute(new GetMe()).getUserName();
        name = answer;
        return answer;
    }

    /** Asks Telegram if that was not done yet. What cannot be learned now is learned another time. */
    void learn() {
        if (name == null) {
            try {
                LOG.info("This bot is @{}.", ask());
            } catch (TelegramApiException e) {
                LOG.debug("The bot's name is not known yet.");
            }
        }
    }

    boolean isMe(long userId) {
        return userId == id;
    }

    /** Whether this is the bot's user name, which is asked for if need be; none is as long as it cannot be learned. */
    boolean isMe(String userName) {
        learn();
        String known = name;
        return known != null && known.equalsIgnoreCase(userName);
    }
}
