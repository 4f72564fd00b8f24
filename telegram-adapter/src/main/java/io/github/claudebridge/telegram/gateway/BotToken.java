package io.github.claudebridge.telegram.gateway;

import java.util.regex.Pattern;

/** A bot's secret, as BotFather gives it: the bot's number, a colon, and a key. Its text form is masked. Immutable. */
public final class BotToken {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}:[A-Za-z0-9_-]{30,59}");

    private final String value;

    private BotToken(String value) {
        this.value = value;
    }

    /**
     * Checks the form of a token.
     *
     * @throws IllegalArgumentException if this cannot be a token; the message does not repeat it
     */
    public static BotToken of(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "This does not look like a bot token. BotFather's tokens are a number, a colon and a key of at least 30 characters.");
        }
        return new BotToken(value);
    }

    /** The number of the bot, which is no secret. */
    public long botId() {
        return Long.parseLong(value.substring(0, value.indexOf(':')));
    }

    /** The secret itself. */
    public String value() {
        return value;
    }

    /** The bot's number and a mask. */
    @Override
    public String toString() {
        return value.substring(0, value.indexOf(':')) + ":…";
    }
}
