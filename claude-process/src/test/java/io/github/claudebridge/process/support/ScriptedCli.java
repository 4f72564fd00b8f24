package io.github.claudebridge.process.support;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A CLI in memory. It answers what every start asks; all else a test says line by line. Thread-safe.
 */
public final class ScriptedCli implements Transport {

    private final BlockingQueue<Json> received = new LinkedBlockingQueue<>();
    private final Map<String, Function<Json, String>> answers = new ConcurrentHashMap<>();
    private final List<Launch> launches = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable ScriptedConnection> current = new AtomicReference<>();

    public ScriptedCli() {
        answer("initialize", request -> "{}");
        answer("get_usage", request -> "{\"session\":{\"total_cost_usd\":0}}");
        answer("end_session", request -> {
            connection().exit(0);
            return "{}";
        });
    }

    /** From now on requests of this kind are answered so. */
    public void answer(String subtype, Function<Json, String> body) {
        answers.put(subtype, body);
    }

    /** From now on requests of this kind are not answered. */
    public void ignore(String subtype) {
        answers.remove(subtype);
    }

    @Override
    public Connection start(Launch launch) {
        launches.add(launch);
        ScriptedConnection connection = new ScriptedConnection(this::take);
        current.set(connection);
        return connection;
    }

    private void take(String text) {
        Json line = Json.parse(text);
        Json request = line.get("request").orElse(Json.EMPTY_OBJECT);
        Function<Json, String> answer = answers.get(request.string("subtype").orElse(""));
        received.add(line);
        if (answer != null) {
            String id = line.string("request_id").orElseThrow();
            say(CliLines.granted(id, answer.apply(request)));
        }
    }

    /** Prints a line. */
    public void say(String line) {
        connection().say(line + "\n");
    }

    public ScriptedConnection connection() {
        return Objects.requireNonNull(current.get(), "nothing was started");
    }

    /** The starts so far. */
    public List<Launch> launches() {
        return launches;
    }

    /** The next line that was sent to the CLI and is a prompt; waits for it. */
    public Json nextPrompt() {
        return next(line -> line.string("type").orElse("").equals("user"));
    }

    /** The next line that is an answer to a question; waits for it. */
    public Json nextAnswer() {
        return next(line -> line.string("type").orElse("").equals("control_response"))
                .get("response")
                .orElseThrow();
    }

    /** The next request of this kind; waits for it. */
    public Json nextRequest(String subtype) {
        return next(line -> line.get("request")
                .flatMap(request -> request.string("subtype"))
                .equals(Optional.of(subtype)));
    }

    private Json next(Predicate<Json> wanted) {
        try {
            for (Json line = poll(); line != null; line = poll()) {
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("The CLI was not sent what the test waits for");
    }

    private @Nullable Json poll() throws InterruptedException {
        return received.poll(10, TimeUnit.SECONDS);
    }

    /** Whether nothing has been sent that no test has looked at. */
    public boolean nothingMoreReceived() {
        return received.isEmpty();
    }
}
