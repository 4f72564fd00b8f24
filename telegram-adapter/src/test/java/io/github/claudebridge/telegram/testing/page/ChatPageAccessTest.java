package io.github.claudebridge.telegram.testing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.testing.BotClient;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may reach the page, asked over a bare socket, because HTTP clients do not let one lie. */
class ChatPageAccessTest {

    private static final String SEND = "{\"do\":\"send\",\"chat\":7,\"text\":\"hello\"}";

    private final FakeTelegram telegram = FakeTelegram.start();
    private final URI page = telegram.chatPage(telegram.user(7, "Ann"));
    private final String host = page.getAuthority();

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void the_page_and_its_files_are_served_under_its_secret_only() throws IOException {
        assertThat(get(page.getPath(), host)).startsWith("HTTP/1.1 200").contains("<title>");
        assertThat(get(page.getPath() + "page.js", host)).contains("text/javascript");
        assertThat(get("/page/0123456789abcdef/", host)).startsWith("HTTP/1.1 404");
        assertThat(get(page.getPath().replaceAll("/$", "x/"), host)).startsWith("HTTP/1.1 404");
        assertThat(get(page.getPath() + "ChatPage.class", host)).startsWith("HTTP/1.1 404");
        assertThat(get(page.getPath() + "..%2fpackage-info.class", host)).startsWith("HTTP/1.1 404");
    }

    @Test
    void every_page_has_a_secret_of_its_own() {
        assertThat(telegram.chatPage(telegram.user(7, "Ann"))).isNotEqualTo(page);
        assertThat(page.getPath()).matches("/page/[0-9a-f]{32}/");
    }

    @Test
    void another_host_name_is_refused() throws IOException {
        assertThat(get(page.getPath(), "evil.example.org")).startsWith("HTTP/1.1 403");
        assertThat(get(page.getPath() + "events", "evil.example.org")).startsWith("HTTP/1.1 403");
    }

    @Test
    void actions_need_the_origin_of_the_page() throws IOException {
        assertThat(post("http://evil.example.org")).startsWith("HTTP/1.1 403");
        assertThat(post("null")).startsWith("HTTP/1.1 403");
        assertThat(telegram.updates().pending()).isZero();
        assertThat(post("http://" + host)).startsWith("HTTP/1.1 200");
        assertThat(telegram.updates().pending()).isEqualTo(1);
    }

    @Test
    void the_browser_is_told_to_load_nothing_from_elsewhere() throws IOException {
        assertThat(get(page.getPath(), host).toLowerCase(Locale.ROOT))
                .contains("content-security-policy: default-src 'none'")
                .contains("x-content-type-options: nosniff")
                .contains("referrer-policy: no-referrer");
    }

    @Test
    void a_document_is_only_ever_saved_never_shown() throws IOException {
        telegram.user(7, "Ann").sendsDocument("x.html", "text/html", "<script>".getBytes(StandardCharsets.UTF_8), "");
        String id = new BotClient(telegram)
                .call("getUpdates")
                .result()
                .path(0)
                .path("message")
                .path("document")
                .path("file_id")
                .asText();
        assertThat(get(page.getPath() + "file/" + id, host))
                .contains("application/octet-stream")
                .contains("attachment; filename*=UTF-8''x.html");
    }

    @Test
    void nonsense_is_answered_with_400_and_does_no_harm() throws IOException {
        String path = page.getPath() + "act";
        assertThat(send("POST", path, host, "http://" + host, "nonsense")).startsWith("HTTP/1.1 400");
        assertThat(send("POST", path, host, "http://" + host, "{\"do\":\"dance\",\"chat\":7}"))
                .startsWith("HTTP/1.1 400");
        assertThat(send("POST", path, host, "http://" + host, SEND.replace("7", "8")))
                .startsWith("HTTP/1.1 400");
        assertThat(get(page.getPath() + "events?chat=x", host)).contains("400");
    }

    private String post(String origin) throws IOException {
        return send("POST", page.getPath() + "act", host, origin, SEND);
    }

    private String get(String path, String hostHeader) throws IOException {
        return send("GET", path, hostHeader, "", "");
    }

    private String send(String method, String path, String hostHeader, String origin, String body) throws IOException {
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            String head = method + " " + path + " HTTP/1.1\r\nHost: " + hostHeader + "\r\nConnection: close\r\n"
                    + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                    + "Content-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
