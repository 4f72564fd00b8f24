package io.github.claudebridge.telegram.gateway;

import java.net.URI;

/**
 * Where Telegram is and as whom to talk to it.
 *
 * @param apiRoot scheme, host and optional port of a Bot API server, without a path
 * @param pace how fast to send
 */
public record TelegramSettings(BotToken token, URI apiRoot, Pace pace) {

    /** Telegram's own server. */
    public static final URI PUBLIC_API = URI.create("https://api.telegram.org");

    /** Settings for a server that has Telegram's limits. */
    public TelegramSettings(BotToken token, URI apiRoot) {
        this(token, apiRoot, Pace.telegram());
    }

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the root is not what it should be; the message says what that is
     */
    public TelegramSettings {
        boolean http = "https".equals(apiRoot.getScheme()) || "http".equals(apiRoot.getScheme());
        boolean bare = apiRoot.getRawPath() == null
                || apiRoot.getRawPath().isEmpty()
                || apiRoot.getRawPath().equals("/");
        if (!http || apiRoot.getHost() == null || !bare || apiRoot.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "The API root must look like https://host or http://host:port, without a path: " + apiRoot);
        }
    }
}
