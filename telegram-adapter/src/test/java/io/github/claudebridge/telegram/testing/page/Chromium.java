package io.github.claudebridge.telegram.testing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real browser without a window, led through the DevTools protocol. */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(30);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Process process;
    private final DevTools tools;

    private Chromium(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /** Starts the browser, or skips the test with the reason where there is none, unless one is required. */
    static Chromium start(Path profile) throws IOException, InterruptedException {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            String reason = "No chromium on the PATH";
            if (Boolean.parseBoolean(System.getenv("CLAUDE_BRIDGE_REQUIRE_BROWSER"))) {
                throw new AssertionError(reason + ", but CLAUDE_BRIDGE_REQUIRE_BROWSER is true");
            }
            Assumptions.abort(reason);
        }
        Process process = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        Path portFile = profile.resolve("DevToolsActivePort");
        Awaitility.await("the browser").atMost(START).until(() -> Files.exists(portFile) && lines(portFile) >= 2);
        String port = Files.readAllLines(portFile).get(0);
        return new Chromium(process, DevTools.connect(pageAddress(port)));
    }

    void open(URI page) {
        tools.send("Page.navigate", JSON.createObjectNode().put("url", page.toString()));
    }

    /** A screen of this size in CSS pixels, light or dark. */
    void screen(int width, int height, boolean dark) {
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        tools.send("Emulation.setEmulatedMedia", media);
    }

    /** The value of a JavaScript expression as text. */
    String eval(String expression) {
        JsonNode answer = tools.send(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true)
                        .put("userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + " threw " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value").asText();
    }

    /** Waits until a JavaScript expression is true. */
    void await(String condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(eval("!!(" + condition + ")"))
                        .as(condition + "; errors: " + errors())
                        .isEqualTo("true"));
    }

    void click(String selector) {
        await("document.querySelector(" + quoted(selector) + ")");
        eval("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** Types into whatever has the focus. */
    void type(String text) {
        tools.send("Input.insertText", JSON.createObjectNode().put("text", text));
    }

    /** Presses and releases a key that has no character, or Enter. */
    void press(String key, int code) {
        press(key, code, 0);
    }

    /** {@link #press} while the Alt key is held. */
    void pressWithAlt(String key, int code) {
        press(key, code, 1);
    }

    private void press(String key, int code, int modifiers) {
        ObjectNode event = JSON.createObjectNode()
                .put("type", "keyDown")
                .put("modifiers", modifiers)
                .put("key", key)
                .put("code", key)
                .put("windowsVirtualKeyCode", code);
        if (key.equals("Enter")) {
            event.put("text", "\r");
        }
        tools.send("Input.dispatchKeyEvent", event);
        tools.send("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
    }

    /** Chooses files in a file input. */
    void choose(String selector, Path... files) {
        ObjectNode find = JSON.createObjectNode().put("expression", "document.querySelector(" + quoted(selector) + ")");
        String object = tools.send("Runtime.evaluate", find)
                .path("result")
                .path("objectId")
                .asText();
        ObjectNode choose = JSON.createObjectNode().put("objectId", object);
        Stream.of(files).forEach(file -> choose.withArray("files").add(file.toString()));
        tools.send("DOM.setFileInputFiles", choose);
    }

    void screenshot(Path to) throws IOException {
        JsonNode picture =
                tools.send("Page.captureScreenshot", JSON.createObjectNode().put("format", "png"));
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.write(to, picture.path("data").binaryValue());
    }

    /** Errors that the page has thrown or the browser has reported. */
    List<String> errors() {
        return tools.errors();
    }

    void forgetErrors() {
        tools.forgetErrors();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }

    private static URI pageAddress(String port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .timeout(START)
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        for (JsonNode target : JSON.readTree(body)) {
            if (target.path("type").asText().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("The browser shows no page: " + body);
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }
}
