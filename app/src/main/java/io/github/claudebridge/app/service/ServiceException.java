package io.github.claudebridge.app.service;

import java.io.Serial;

/** The service cannot be set up or asked; the message says what to do. */
public final class ServiceException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    ServiceException(String message) {
        super(message);
    }
}
