package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.session.SessionName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interrupts what Claude does. The CLI takes no notice of an interrupt in the instant in which it has a prompt but no turn yet, so it is
 * told again when the turn shows life, and now and then, until what was stopped is over. Thread-safe.
 */
final class Interrupts {

    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final SessionName session;
    private final Workplace at;
    private final BooleanSupplier isWanted;

    /**
     * @param isWanted whether Claude has a prompt that somebody has stopped
     */
    Interrupts(SessionName session, Workplace at, BooleanSupplier isWanted) {
        this.session = session;
        this.at = at;
        this.isWanted = isWanted;
    }

    /**
     * Interrupts now, and as long as it is wanted.
     *
     * @param all whether what waits in the CLI is withdrawn too
     */
    void begin(boolean all) {
        at.supervisor().live(session.value()).ifPresent(claude -> interrupt(claude, all));
        Runnable unused = at.timers().after(AGAIN, this::again);
    }

    private void again() {
        if (isWanted.getAsBoolean()) {
            begin(false);
        }
    }

    /** Something happened in the process. */
    void heard(ClaudeEvent event) {
        boolean showsLife = event instanceof SessionInit
                || event instanceof MessageStarted
                || (event instanceof MessageLifecycle message && message.state() == MessageLifecycle.State.STARTED);
        if (showsLife && isWanted.getAsBoolean()) {
            at.supervisor().live(session.value()).ifPresent(claude -> interrupt(claude, false));
        }
    }

    private void interrupt(ClaudeProcess claude, boolean all) {
        CompletableFuture<Void> unused = (all ? claude.interruptAndCancelQueued() : claude.interrupt())
                .handle((receipt, failure) -> {
                    if (failure != null) {
                        LOG.warn(
                                "The turn of session {} was not interrupted: {}",
                                session.value(),
                                failure.getMessage());
                    }
                    return null;
                });
    }
}
