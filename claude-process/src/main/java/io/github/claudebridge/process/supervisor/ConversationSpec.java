package io.github.claudebridge.process.supervisor;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.transport.PipeTransport;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the process of a conversation is started with. Immutable and thread-safe, if what it holds is.
 *
 * @param directory Claude's working directory, absolute
 * @param sessionId the session of the CLI
 * @param hasHistory whether a turn has been completed under this id; then it is resumed, and never begun afresh
 * @param idleTimeout after which time without anything happening the process is ended; more than 0
 * @param transport runs the command; pipes to a process of this machine unless told otherwise
 * @param listener hears what happens in the conversation
 * @param setup sets everything else on the process: command, environment, options, permissions. Session, directory, listener, threads
 *     and transport are the supervisor's, and are set after it
 */
public record ConversationSpec(
        Path directory,
        UUID sessionId,
        boolean hasHistory,
        Duration idleTimeout,
        Transport transport,
        ClaudeListener listener,
        Consumer<ClaudeProcessBuilder> setup) {

    /** The idle timeout unless told otherwise: 10 minutes. */
    public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(10);

    public ConversationSpec {
        if (idleTimeout.isNegative() || idleTimeout.isZero()) {
            throw new IllegalArgumentException("The idle timeout must be more than 0, not " + idleTimeout);
        }
    }

    /** A conversation under an id that nothing was said under. */
    public static ConversationSpec fresh(Path directory, UUID sessionId) {
        return of(directory, sessionId, false);
    }

    /** A conversation that goes on. */
    public static ConversationSpec resuming(Path directory, UUID sessionId) {
        return of(directory, sessionId, true);
    }

    /** A conversation with or without a history. */
    public static ConversationSpec of(Path directory, UUID sessionId, boolean hasHistory) {
        return new ConversationSpec(
                directory,
                sessionId,
                hasHistory,
                DEFAULT_IDLE_TIMEOUT,
                new PipeTransport(),
                new ClaudeListener() {},
                builder -> {});
    }

    /** The same with another idle timeout. */
    public ConversationSpec withIdleTimeout(Duration timeout) {
        return new ConversationSpec(directory, sessionId, hasHistory, timeout, transport, listener, setup);
    }

    /** The same with another transport. */
    public ConversationSpec withTransport(Transport other) {
        return new ConversationSpec(directory, sessionId, hasHistory, idleTimeout, other, listener, setup);
    }

    /** The same with another listener. */
    public ConversationSpec withListener(ClaudeListener other) {
        return new ConversationSpec(directory, sessionId, hasHistory, idleTimeout, transport, other, setup);
    }

    /** The same with something more to set on the process. */
    public ConversationSpec with(Consumer<ClaudeProcessBuilder> more) {
        return new ConversationSpec(
                directory, sessionId, hasHistory, idleTimeout, transport, listener, setup.andThen(more));
    }
}
