package io.github.claudebridge.process.testing.internal.api;

import com.sun.net.httpserver.HttpExchange;
import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Fault;
import io.github.claudebridge.process.testing.internal.model.Playback;
import io.github.claudebridge.process.testing.internal.model.Reply;
import io.github.claudebridge.process.testing.internal.model.ScriptedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers one request to create a message, streamed or in one piece. */
final class MessagesEndpoint {
    private final ScriptedModel model;
    private final Clock clock;
    private final CountDownLatch closed;

    MessagesEndpoint(ScriptedModel model, Clock clock, CountDownLatch closed) {
        this.model = model;
        this.clock = clock;
        this.closed = closed;
    }

    void answer(HttpExchange exchange, JsonObject request) throws IOException, InterruptedException {
        Reply reply = model.answer(request);
        if (reply.fault() instanceof Fault.Refused refused) {
            refuse(exchange, refused);
            return;
        }
        pause(reply.latency());
        if (reply.limitStatus() != null) {
            new LimitHeaders(clock).add(exchange.getResponseHeaders(), reply.limitStatus());
        }
        if (reply.fault() instanceof Fault.NotAStream) {
            Responses.send(exchange, 200, "text/html", "<html>not the API</html>");
        } else if (request.flag("stream")) {
            stream(exchange, reply);
        } else if (reply.fault() instanceof Fault.Cut) {
            throw new IOException("cut on purpose");
        } else if (reply.fault() instanceof Fault.Silence) {
            closed.await();
        } else {
            Responses.send(exchange, 200, reply.message());
        }
    }

    private void refuse(HttpExchange exchange, Fault.Refused refused) throws IOException {
        if (refused.retryAfterSeconds() != null) {
            exchange.getResponseHeaders().set("retry-after", refused.retryAfterSeconds());
        }
        Responses.sendError(exchange, refused.status(), refused.type(), refused.message());
    }

    private void stream(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("content-type", "text/event-stream");
        exchange.getResponseHeaders().set("cache-control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        new Playback(reply, new ServerSentEvents(body)).play();
        body.close();
    }

    private void pause(Duration time) throws InterruptedException {
        if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the server was closed");
        }
    }

    private final class ServerSentEvents implements Playback.Listener {
        private final OutputStream body;

        ServerSentEvents(OutputStream body) {
            this.body = body;
        }

        @Override
        public void event(JsonObject event) throws IOException {
            String text = "event: " + event.text("type") + "\ndata: " + event + "\n\n";
            body.write(text.getBytes(StandardCharsets.UTF_8));
            body.flush();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            MessagesEndpoint.this.pause(time);
        }

        @Override
        public void fail(Fault fault) throws IOException, InterruptedException {
            if (fault instanceof Fault.ErrorInStream) {
                JsonObject error = JsonObject.of("type", "overloaded_error", "message", "Overloaded");
                event(JsonObject.of("type", "error", "error", error));
            } else if (fault instanceof Fault.Cut) {
                throw new IOException("cut on purpose");
            } else {
                closed.await();
            }
        }
    }
}
