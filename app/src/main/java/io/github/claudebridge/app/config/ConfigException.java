package io.github.claudebridge.app.config;

import java.io.Serial;

/** The configuration does not do; the message says which key and what to write there. */
public final class ConfigException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    ConfigException(String message) {
        super(message);
    }
}
