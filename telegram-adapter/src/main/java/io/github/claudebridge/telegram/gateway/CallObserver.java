package io.github.claudebridge.telegram.gateway;

import java.time.Duration;

/** Told of every call of the Bot API. Thread-safe; must be quick, and never throws. */
@FunctionalInterface
public interface CallObserver {

    /** Does not want to know. */
    CallObserver NOBODY = (method, status, took) -> {};

    /**
     * A call is over.
     *
     * @param method its name in lower case; {@code file} for a download
     * @param status the status of HTTP; 0 if there was no answer
     * @param took until its answer began
     */
    void called(String method, int status, Duration took);
}
