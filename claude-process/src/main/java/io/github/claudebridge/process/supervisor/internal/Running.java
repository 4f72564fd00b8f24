package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ExitStatus;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A live process with what belongs to it. Guarded by the {@link Keeper} that has it. */
final class Running {

    private final ClaudeProcess process;
    private final ConversationSpec spec;
    private final boolean resumed;
    private final Instant startedAt;
    private final Resources resources;
    private @Nullable ExitStatus exit;
    private @Nullable ClaudeError stuck;
    private @Nullable SilenceGuard guard;

    Running(ClaudeProcess process, ConversationSpec spec, boolean resumed, Instant startedAt, Resources resources) {
        this.process = process;
        this.spec = spec;
        this.resumed = resumed;
        this.startedAt = startedAt;
        this.resources = resources;
    }

    /** Whether it does something, or will do something by itself. */
    boolean isBusy() {
        return process.hasBackgroundWork() || process.status() != Status.IDLE;
    }

    /** Whether it can take a prompt, as far as is known. */
    boolean listens() {
        return process.status() != Status.CLOSED;
    }

    ClaudeProcess process() {
        return process;
    }

    ConversationSpec spec() {
        return spec;
    }

    boolean isResumed() {
        return resumed;
    }

    Instant startedAt() {
        return startedAt;
    }

    Resources resources() {
        return resources;
    }

    /** From now on it is known to those who listen to it. */
    void watch(Watcher watcher, SilenceGuard silenceGuard) {
        guard = silenceGuard;
        watcher.attach(process, silenceGuard::heard);
    }

    SilenceGuard guard() {
        return Objects.requireNonNull(guard, "not started");
    }

    boolean hasExited() {
        return exit != null;
    }

    void exited(ExitStatus status) {
        exit = status;
    }

    /** It answers nothing any more, and is ended for that. */
    void stuck(ClaudeError error) {
        stuck = error;
    }

    /** Why it ended against everybody's will; null where it did not. */
    @Nullable ClaudeError crash() {
        return stuck != null || exit == null ? stuck : exit.error();
    }
}
