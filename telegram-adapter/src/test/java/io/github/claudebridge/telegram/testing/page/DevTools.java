package io.github.claudebridge.telegram.testing.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Commands to one page of a browser over its WebSocket. */
final class DevTools implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private DevTools() {}

    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tools)
                .thenAccept(tools.socket::complete)
                .join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tools.send(domain + ".enable", JSON.createObjectNode());
        }
        return tools;
    }

    /** Sends a command and waits for its result. */
    JsonNode send(String method, ObjectNode parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", parameters);
        socket.join().sendText(command.toString(), true).join();
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    void forgetErrors() {
        errors.clear();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                receive(JSON.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                errors.add("Unreadable: " + partial);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void receive(JsonNode message) {
        CompletableFuture<JsonNode> waiting = open.remove(message.path("id").asInt());
        if (waiting != null) {
            waiting.complete(message.path("result"));
            return;
        }
        JsonNode parameters = message.path("params");
        switch (message.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                errors.add(parameters.path("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                if (parameters.path("entry").path("level").asText().equals("error")) {
                    errors.add(parameters.path("entry").toString());
                }
            }
            case "Network.requestWillBeSent" -> {
                String url = parameters.path("request").path("url").asText();
                if (!url.startsWith("http://127.0.0.1:") && !url.startsWith("data:") && !url.startsWith("about:")) {
                    errors.add("A request went out to " + url);
                }
            }
            default -> {
                // Everything else is of no interest here.
            }
        }
    }
}
