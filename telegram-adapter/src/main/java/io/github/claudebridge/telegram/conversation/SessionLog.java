package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.event.Usage;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the conversation log of a session, on a thread of its own, so that nothing waits for it. Never throws: an answer is worth more
 * than the note that it was given. Thread-safe.
 */
final class SessionLog {

    private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final SessionName name;
    private final SessionStore store;
    private final Clock clock;
    private final SerialExecutor writer;

    SessionLog(SessionName name, SessionStore store, Clock clock) {
        this.name = name;
        this.store = store;
        this.clock = clock;
        this.writer = new SerialExecutor("log-" + name.value());
    }

    void prompt(OpenPrompt prompt) {
        long user = prompt.audience().userId();
        String from = user == 0 ? "the bot" : "user " + user;
        String text = prompt.stored().text();
        add(now -> new LogEntry.Prompt(now, prompt.id().toString(), from, text));
    }

    void tool(ToolUse use) {
        add(now -> new LogEntry.ToolUse(now, use.name(), use.input().text()));
    }

    void failure(String text) {
        add(now -> new LogEntry.Failure(now, text));
    }

    /** A turn has ended. */
    void turn(TurnResult turn) {
        Optional<String> prompt = turn.promptIds().stream().findFirst().map(Object::toString);
        if (turn.isError()) {
            add(now -> new LogEntry.Failure(
                    now, turn.text().isBlank() ? turn.outcome().toString() : turn.text()));
        } else {
            add(now -> new LogEntry.Answer(now, prompt, turn.text(), turn.truncated()));
        }
        Usage usage = turn.usage();
        LogEntry.Tokens tokens = new LogEntry.Tokens(
                usage.inputTokens(), usage.outputTokens(), usage.cacheReadTokens(), usage.cacheCreationTokens());
        BigDecimal cost = BigDecimal.valueOf(turn.costUsd().orElse(0));
        add(now -> new LogEntry.Turn(now, cost, turn.duration(), tokens));
    }

    private void add(Function<Instant, LogEntry> entry) {
        LogEntry made = entry.apply(clock.instant());
        try {
            writer.execute(() -> write(made));
        } catch (RejectedExecutionException e) {
            write(made);
        }
    }

    private void write(LogEntry entry) {
        try {
            ConversationLog.of(store, name).append(entry);
        } catch (SessionException e) {
            LOG.warn("The log of session {} was not written: {}", name.value(), e.getMessage());
        }
    }

    /** Waits until everything is written. */
    void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The log of session {} was not finished in time.", name.value());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
