package io.github.claudebridge.telegram.gateway;

/** Why the bot cannot go on with Telegram. */
public enum GatewayFailure {
    /** Telegram does not know the token. */
    WRONG_TOKEN
}
