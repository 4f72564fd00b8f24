package io.github.claudebridge.process.support;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What futures failed with. */
public final class Failures {

    private Failures() {}

    /** The error of a future that fails; waits for it. */
    public static ClaudeError errorOf(CompletableFuture<?> future) {
        try {
            Object value = future.orTimeout(20, TimeUnit.SECONDS).join();
            throw new AssertionError("Nothing failed; the value is " + value);
        } catch (CompletionException e) {
            if (e.getCause() instanceof ClaudeException known) {
                return known.error();
            }
            throw new AssertionError("It failed, but not with an error of the library: " + e.getCause(), e);
        }
    }
}
