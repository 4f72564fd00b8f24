package io.github.claudebridge.app.log;

import io.github.claudebridge.telegram.redact.Redactor;
import java.util.Collection;
import java.util.List;

/** What must not get into the log, nor into a chat. Thread-safe. */
public final class LogSecrets {

    private static volatile Redactor redactor = Redactor.of(List.of());

    private LogSecrets() {}

    /** Adds values to what is hidden by its form alone. Forgets values that were set before. */
    public static void know(Collection<String> values) {
        redactor = Redactor.of(values);
    }

    /** Hides what is known now. */
    public static Redactor redactor() {
        return redactor;
    }
}
