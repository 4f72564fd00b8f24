package io.github.claudebridge.process;

import io.github.claudebridge.process.error.ClaudeError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a process ended. Immutable and thread-safe.
 *
 * @param code the exit code; 128 + n after signal n; -1 where the error is {@link ClaudeError.StillAlive}
 * @param requested whether its owner closed it; not when the library ended it because something was wrong with it
 * @param lastErrors its last lines on stderr
 * @param error what went wrong; null where nothing did
 */
public record ExitStatus(
        int code,
        boolean requested,
        List<String> lastErrors,
        @Nullable ClaudeError error) {

    public ExitStatus {
        lastErrors = List.copyOf(lastErrors);
    }
}
