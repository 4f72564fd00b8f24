package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.Dialog;
import io.github.claudebridge.process.internal.Announcer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What comes between the start and the prompt. Looked at by one thread; thread-safe to wait for. */
final class Beginning {

    private static final int LINES = 12;

    private final boolean failsAtDialogs;
    private final Announcer announcer;
    private final Set<Dialog> told = EnumSet.noneOf(Dialog.class);
    private final CompletableFuture<Optional<ClaudeError>> outcome = new CompletableFuture<>();
    private volatile Screen last = new Screen(List.of());

    Beginning(boolean failsAtDialogs, Announcer announcer) {
        this.failsAtDialogs = failsAtDialogs;
        this.announcer = announcer;
    }

    boolean isOver() {
        return outcome.isDone();
    }

    /**
     * Looks at the screen.
     *
     * @param sessionStarted whether the session has begun
     * @param atPrompt done when the prompt is there, before anybody who waits for it hears
     */
    void look(Screen screen, boolean sessionStarted, Runnable atPrompt) {
        last = screen;
        if (sessionStarted && Sight.isAtPrompt(screen)) {
            atPrompt.run();
            outcome.complete(Optional.empty());
        } else {
            Sight.dialog(screen).ifPresent(dialog -> meet(dialog, screen));
        }
    }

    private void meet(Dialog dialog, Screen screen) {
        ClaudeError open = new ClaudeError.DialogOpen(dialog, screen.content());
        if (failsAtDialogs) {
            outcome.complete(Optional.of(open));
        } else if (told.add(dialog)) {
            announcer.error(open);
        }
    }

    /** The process has ended; where it was before its prompt, its last words may tell why. */
    void ended(int code, Screen screen, UUID sessionId) {
        if (screen.shows("No conversation found")) {
            outcome.complete(Optional.of(new ClaudeError.SessionNotFound(sessionId)));
        } else if (screen.shows("is already in use")) {
            outcome.complete(Optional.of(new ClaudeError.SessionInUse(sessionId)));
        } else {
            outcome.complete(Optional.of(new ClaudeError.ProcessDied(code, lastLines(screen))));
        }
    }

    static List<String> lastLines(Screen screen) {
        List<String> content = screen.content();
        return content.subList(Math.max(0, content.size() - LINES), content.size());
    }

    /**
     * Waits for the prompt.
     *
     * @return what came instead; empty where the prompt is there
     */
    Optional<ClaudeError> await(Duration limit) throws InterruptedException {
        try {
            return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Optional.of(new ClaudeError.StartTimeout(limit, lastLines(last)));
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }
}
