package io.github.claudebridge.telegram.testing.page;

import io.github.claudebridge.telegram.testing.BotClient;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The chat page of a person, open in a real browser. */
@Tag("browser")
abstract class OpenChatPage {

    static final Path SCREENSHOTS = Path.of("target", "chat-page");
    static final Duration SOON = Duration.ofSeconds(10);
    static final int ENTER = 13;
    static final int UP = 38;
    static final int DOWN = 40;

    @TempDir
    static Path folder;

    private static @Nullable Chromium shared;

    final FakeTelegram telegram = FakeTelegram.start();
    final BotClient bot = new BotClient(telegram);
    final FakeUser ann = telegram.user(7, "Ann");
    Chromium browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        shared = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void closeBrowser() {
        if (shared != null) {
            shared.close();
        }
    }

    @BeforeEach
    void open() {
        browser = Objects.requireNonNull(shared);
        browser.forgetErrors();
        browser.screen(1100, 760, false);
        browser.open(telegram.chatPage(ann));
        browser.await("document.title !== 'Chat' && document.getElementById('title').textContent");
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        telegram.close();
    }

    /** Types a message and sends it. */
    void write(String text) {
        int before = telegram.updates().pending();
        browser.eval("document.getElementById('text').focus()");
        browser.type(text);
        browser.press("Enter", ENTER);
        telegram.await("the message", SOON, () -> telegram.updates().pending() > before);
        browser.await("document.querySelector('.mine')");
    }

    static Map<String, Object> allowOrDeny() {
        return Map.of(
                "inline_keyboard",
                List.of(List.of(
                        Map.of("text", "✅ Allow", "callback_data", "p:1:y", "style", "success"),
                        Map.of("text", "❌ Deny", "callback_data", "p:1:n", "style", "danger"))));
    }
}
