package io.github.claudebridge.telegram.gateway;

import java.net.URI;

/**
 * Where Telegram is and as whom to talk to it.
 *
 * @param apiRoot scheme, host and optional port of a Bot API server, without a path
 */
public record TelegramSettings(BotToken token, URI apiRoot) {

    /** Telegram's own server. */
    public static final URI PUBLIC_API = URI.create("https://api.telegram.org");

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
