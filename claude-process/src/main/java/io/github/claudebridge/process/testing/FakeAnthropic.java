package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.testing.internal.api.ApiServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for the Anthropic Messages API on the loopback interface, for driving the real command line without network,
 * account or cost. What the model answers is decided by the text of the user's prompt, in the language that
 * {@link FakeClaude} understands too. Thread-safe.
 */
public final class FakeAnthropic implements AutoCloseable {
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ApiServer server;

    private FakeAnthropic() throws IOException {
        server = new ApiServer((call, body) -> requests.add(new Request(call, body)));
    }

    /**
     * Starts a server on a free port.
     *
     * @throws IOException if no port can be opened
     */
    public static FakeAnthropic start() throws IOException {
        return new FakeAnthropic();
    }

    /** What to set {@code ANTHROPIC_BASE_URL} to. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The requests so far, in the order of their arrival: a copy. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Stops the server; running answers are cut off. */
    @Override
    public void close() {
        server.close();
    }

    /**
     * A request as it arrived.
     *
     * @param call method and path, for example {@code POST /v1/messages}
     * @param body the body as text, empty where there is none
     */
    public record Request(String call, String body) {}
}
