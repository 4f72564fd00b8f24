package io.github.claudebridge.process.protocol;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Our requests to the CLI and their answers. Requests may overlap and are answered in any order. Futures complete on the given
 * executor, never on the thread that reads. Thread-safe.
 */
public final class ControlChannel {

    private final MessageEncoder encoder = new MessageEncoder();
    private final Predicate<byte[]> writer;
    private final Executor executor;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicReference<@Nullable ClaudeError> closed = new AtomicReference<>();

    private record Pending(String subtype, CompletableFuture<Json> reply) {}

    /**
     * @param writer takes a line; false when it cannot
     * @param executor completes the futures
     */
    public ControlChannel(Predicate<byte[]> writer, Executor executor) {
        this.writer = writer;
        this.executor = executor;
    }

    /**
     * Asks the CLI.
     *
     * @param subtype which request
     * @param fields its fields
     * @param limit how long to wait
     * @return completes with the answer, or exceptionally with a {@link ClaudeException}
     */
    public CompletableFuture<Json> request(String subtype, Map<String, @Nullable Object> fields, Duration limit) {
        String id = "host-" + ids.incrementAndGet();
        CompletableFuture<Json> reply = new CompletableFuture<>();
        pending.put(id, new Pending(subtype, reply));
        ClaudeError end = closed.get();
        if (end != null) {
            fail(id, end);
        } else if (!writer.test(encoder.request(id, subtype, fields))) {
            fail(id, new ClaudeError.InputBlocked());
        }
        return reply.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync((body, failure) -> outcome(id, subtype, limit, body, failure), executor);
    }

    /** The CLI granted a request. */
    public void granted(Message.Reply reply) {
        Pending request = pending.remove(reply.id());
        if (request != null) {
            request.reply().complete(reply.body());
        }
    }

    /** The CLI refused a request. */
    public void refused(Message.Refusal refusal) {
        Pending request = pending.get(refusal.id());
        if (request != null) {
            fail(refusal.id(), new ClaudeError.RequestRefused(request.subtype(), refusal.reason(), refusal.code()));
        }
    }

    /** Nobody will answer any more: open and later requests fail with this error. */
    public void close(ClaudeError error) {
        closed.compareAndSet(null, error);
        List.copyOf(pending.keySet()).forEach(id -> fail(id, error));
    }

    private void fail(String id, ClaudeError error) {
        Pending request = pending.remove(id);
        if (request != null) {
            request.reply().completeExceptionally(new ClaudeException(error));
        }
    }

    private Json outcome(String id, String subtype, Duration limit, @Nullable Json body, @Nullable Throwable failure) {
        pending.remove(id);
        if (failure instanceof TimeoutException) {
            throw new ClaudeException(new ClaudeError.RequestTimeout(subtype, limit), failure);
        }
        if (failure instanceof ClaudeException known) {
            throw known;
        }
        if (body == null) {
            throw new IllegalStateException("A reply has a body", failure);
        }
        return body;
    }
}
