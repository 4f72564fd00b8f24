package io.github.claudebridge.telegram.testing.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** npm telegram-test-api, which others have written, in a process of its own. */
final class TelegramTestApi implements ComparedServer {

    private static final Path INSTALLATION = Path.of("..", ".ci", "telegram-test-api");
    private static final Path SCRIPT = Path.of("src", "test", "compare", "telegram-test-api.js");
    private static final String TOKEN = "666:a-token-of-the-comparison";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI root;

    private TelegramTestApi(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /** Installs it where that has not been done, and starts it. A failure says what is missing. */
    static TelegramTestApi start() throws IOException {
        Process installation = run(new ProcessBuilder(INSTALLATION.toString()));
        String modules = firstLine(installation);
        ProcessBuilder node = new ProcessBuilder("node", SCRIPT.toString());
        node.environment().put("NODE_PATH", modules);
        Process process = run(node);
        return new TelegramTestApi(process, URI.create(firstLine(process)));
    }

    @Override
    public URI root() {
        return root;
    }

    @Override
    public String token() {
        return TOKEN;
    }

    @Override
    public void writes(String text) {
        ObjectNode message = JSON.createObjectNode().put("botToken", TOKEN).put("date", 1_764_000_000);
        message.putObject("from").put("id", 7).put("is_bot", false).put("first_name", "Ann");
        message.putObject("chat").put("id", 7).put("first_name", "Ann").put("type", "private");
        message.put("text", text);
        if (text.startsWith("/")) {
            int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
            message.putArray("entities")
                    .addObject()
                    .put("type", "bot_command")
                    .put("offset", 0)
                    .put("length", end);
            post("sendCommand", message);
        } else {
            post("sendMessage", message);
        }
    }

    @Override
    public void presses(JsonNode message, String button) {
        ObjectNode press = JSON.createObjectNode().put("botToken", TOKEN).put("date", 1_764_000_001);
        press.putObject("from").put("id", 7).put("is_bot", false).put("first_name", "Ann");
        press.set("message", message);
        message.path("reply_markup")
                .path("inline_keyboard")
                .forEach(row -> row.forEach(one -> {
                    if (one.path("text").asText().equals(button)) {
                        press.set("data", one.path("callback_data"));
                    }
                }));
        post("sendCallback", press);
    }

    @Override
    public List<String> shown() {
        List<String> texts = new ArrayList<>();
        JsonNode history = post("getUpdatesHistory", JSON.createObjectNode().put("token", TOKEN));
        history.path("result").forEach(item -> {
            if (item.path("message").has("chat_id")) {
                texts.add(item.path("message").path("text").asText());
            }
        });
        return texts;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private JsonNode post(String path, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(response -> tree(response.body()))
                .join();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process run(ProcessBuilder command) throws IOException {
        return command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return Objects.requireNonNull(out.readLine(), () -> "Nothing from " + process.info() + ", which says why");
    }
}
