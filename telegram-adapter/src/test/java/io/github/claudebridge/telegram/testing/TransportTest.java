package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void methods_are_found_in_any_case_and_with_get() {
        assertThat(bot.call("GETME").result().path("id").asLong()).isEqualTo(telegram.botId());
        assertThat(bot.get("/bot" + telegram.token() + "/getme").statusCode()).isEqualTo(200);
        assertThat(telegram.calls("getMe")).hasSize(2);
    }

    @Test
    void parameters_come_from_the_query_a_form_or_a_multipart_body_alike() {
        telegram.user(7, "Ann").sends("hi");

        bot.get("/bot" + telegram.token() + "/sendMessage?chat_id=7&text=a%20b+c");
        bot.form("sendMessage", "chat_id=7&text=f%C3%B6rm+1");
        bot.upload("sendMessage", Map.of("chat_id", "7", "text", "multi\r\npart"), Map.of());

        assertThat(telegram.messages(7))
                .extracting(SentMessage::text)
                .containsExactly("a b c", "förm 1", "multi\npart");
    }

    @Test
    void a_token_of_the_wrong_form_and_an_unknown_one_are_told_apart() {
        String unknown = "1234:" + "x".repeat(35);

        assertThat(text(bot.get("/botnonsense/getMe").body())).contains("Unauthorized: invalid token specified");
        assertThat(text(bot.get("/bot" + unknown + "/getMe").body())).contains("\"Unauthorized\"");
        assertThat(bot.get("/bot" + unknown + "/getMe").statusCode()).isEqualTo(401);
    }

    @Test
    void wrong_paths_and_methods_are_not_found() {
        assertThat(text(bot.get("/elsewhere").body())).contains("\"description\":\"Not Found\"");
        assertThat(bot.call("makeCoffee").outcome()).isEqualTo("404 Not Found: method not found");
        assertThat(bot.get("/file/bot" + telegram.token() + "/documents/none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void calls_that_a_web_page_made_a_browser_send_are_refused() throws IOException {
        String path = "/bot" + telegram.token() + "/getMe";
        String host = telegram.apiRoot().getAuthority();

        assertThat(statusLine(path, "Host: " + host)).contains(" 200 ");
        assertThat(statusLine(path, "Host: localhost:" + telegram.apiRoot().getPort()))
                .contains(" 200 ");
        assertThat(statusLine(path, "Host: " + host + "\r\nOrigin: https://example.com"))
                .contains(" 403 ");
        assertThat(statusLine(
                        path, "Host: rebound.example.com:" + telegram.apiRoot().getPort()))
                .contains(" 403 ");
        assertThat(telegram.calls("getMe")).hasSize(2);
    }

    private String statusLine(String path, String headers) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), telegram.apiRoot().getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return text(socket.getInputStream().readAllBytes())
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void a_body_that_is_no_json_object_is_refused() {
        assertThat(bot.call("sendMessage", "chat_id", 1).outcome()).isEqualTo("400 Bad Request: chat not found");
        assertThat(bot.upload("sendMessage", Map.of(), Map.of()).outcome()).startsWith("400 ");
    }

    @Test
    void every_call_is_recorded_with_its_parameters_as_text() {
        bot.call("sendMessage", "chat_id", 5, "text", "x", "unknown_one", Map.of("a", 1));

        Call call = telegram.calls("sendMessage").get(0);
        assertThat(call.parameters()).containsEntry("chat_id", "5").containsEntry("unknown_one", "{\"a\":1}");
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.response()).contains("chat not found");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
