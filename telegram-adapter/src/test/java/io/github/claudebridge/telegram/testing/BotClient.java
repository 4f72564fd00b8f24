package io.github.claudebridge.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A bot without a library: plain calls to a fake server. */
public final class BotClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "a-boundary-of-the-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;
    private final String token;

    public BotClient(FakeTelegram telegram) {
        this(telegram.apiRoot(), telegram.token());
    }

    public BotClient(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    /** Calls a method with a JSON body made of names and values. */
    public Answer call(String method, Object... namesAndValues) {
        return await(start(method, namesAndValues));
    }

    /** Starts a call without waiting for its answer. */
    public CompletableFuture<Answer> start(String method, Object... namesAndValues) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.set((String) namesAndValues[i], JSON.valueToTree(namesAndValues[i + 1]));
        }
        return send(method, body.toString());
    }

    /** Calls a method with a body of JSON as it is written. */
    Answer post(String method, String json) {
        return await(send(method, json));
    }

    /** Calls a method with a multipart body; the files are called {@code <part>.bin}. */
    public Answer upload(String method, Map<String, String> fields, Map<String, byte[]> files) {
        ByteArrayOutputStream body = fields(fields);
        files.forEach((name, content) -> file(body, name, name + ".bin", content));
        return upload(method, body);
    }

    /** Calls a method with one file of this name. */
    Answer upload(String method, Map<String, String> fields, String part, String fileName, byte[] content) {
        ByteArrayOutputStream body = fields(fields);
        file(body, part, fileName, content);
        return upload(method, body);
    }

    /** Calls a method with the body of an HTML form. */
    Answer form(String method, String form) {
        HttpRequest request = request(method)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return await(http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(Answer::of));
    }

    private static ByteArrayOutputStream fields(Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        return body;
    }

    private static void file(ByteArrayOutputStream body, String part, String fileName, byte[] content) {
        part(body, "name=\"" + part + "\"; filename=\"" + fileName + "\"", content);
    }

    private Answer upload(String method, ByteArrayOutputStream body) {
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return await(http.sendAsync(
                        request(method)
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        BodyHandlers.ofByteArray())
                .thenApply(Answer::of));
    }

    /** Any value as JSON, for a parameter that is JSON within JSON. */
    static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }

    /** Gets any path of the server. */
    HttpResponse<byte[]> get(String path) {
        try {
            URI uri = URI.create(root + path);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Answer> send(String method, String json) {
        HttpRequest request = request(method)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(Answer::of);
    }

    private HttpRequest.Builder request(String method) {
        return HttpRequest.newBuilder(URI.create(root + "/bot" + token + "/" + method))
                .timeout(Duration.ofSeconds(20));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static Answer await(CompletableFuture<Answer> answer) {
        return answer.join();
    }

    /** What came back. */
    public record Answer(int status, String retryAfter, String raw) {

        private static Answer of(HttpResponse<byte[]> response) {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
        }

        public JsonNode json() {
            try {
                return JSON.readTree(raw);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public JsonNode result() {
            return json().path("result");
        }

        /** Status and description of a refusal in one line; {@code ok} for a success. */
        public String outcome() {
            return status == 200
                    ? "ok"
                    : status + " " + json().path("description").asText();
        }
    }
}
