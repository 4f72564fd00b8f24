package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.claudebridge.telegram.conversation.DownloadException;
import io.github.claudebridge.telegram.conversation.DownloadException.Problem;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserFile.Kind;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    @TempDir
    Path folder;

    private final FakeTelegram telegram = FakeTelegram.builder().strict().start();
    private final FakeUser ann = telegram.user(ANN, "Ann");
    private final TelegramConnection connection =
            new TelegramConnection(GatewayFixture.settings(telegram, telegram.token()), GatewayFixture.REDACTOR);
    private final Downloads downloads = connection.downloads();

    @AfterEach
    void close() {
        connection.close();
        telegram.close();
    }

    @Test
    void a_file_is_fetched_from_the_configured_server() throws Exception {
        byte[] content = "log line\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = downloads.open(document(content))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void a_file_without_content_is_fetched() throws Exception {
        try (InputStream in = downloads.open(document(new byte[0]))) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_file_of_20_MB_and_a_byte_is_explained() {
        ann.sendsHugeDocument("big.zip", (20L << 20) + 1);
        assertProblem(file("BQACFakeFile1"), Problem.TOO_LARGE, "20 MB");
    }

    @Test
    void a_file_that_telegram_forgot_is_explained() {
        assertProblem(file("nonsense"), Problem.GONE, "Send it again");
    }

    @Test
    void a_server_in_trouble_is_explained_without_the_token() {
        UserFile file = document(new byte[] {1});
        telegram.faults().on("getFile").fail(new Fault.CutBefore());
        assertProblem(file, Problem.UNREACHABLE, "later");
        telegram.faults().on("getFile").fail(new Fault.BadGateway());
        assertProblem(file, Problem.UNREACHABLE, "later");
    }

    @Test
    void a_server_of_ones_own_leaves_files_on_its_disk() throws Exception {
        Path file = Files.writeString(folder.resolve("file_0.txt"), "from the disk");
        try (LocalServer server = new LocalServer(file.toString());
                InputStream in = server.downloads().open(file("x"))) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("from the disk");
        }
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (LocalServer server = new LocalServer(link.toString())) {
            assertThatThrownBy(() -> server.downloads().open(file("x"))).isInstanceOf(DownloadException.class);
        }
    }

    @Test
    void a_path_that_leads_elsewhere_is_refused() throws Exception {
        for (String path : new String[] {"../getMe", "documents/../../x", ""}) {
            try (LocalServer server = new LocalServer(path)) {
                assertThatThrownBy(() -> server.downloads().open(file("x"))).isInstanceOf(DownloadException.class);
            }
        }
    }

    private UserFile document(byte[] content) {
        long before = telegram.updates().pending();
        ann.sendsDocument("a.log", "text/plain", content, "");
        assertThat(telegram.updates().pending()).isGreaterThan((int) before);
        return file("BQACFakeFile1");
    }

    private static UserFile file(String id) {
        return new UserFile(id, Kind.DOCUMENT, "a.log", "text/plain", 0);
    }

    private void assertProblem(UserFile file, Problem problem, String words) {
        assertThatThrownBy(() -> downloads.open(file))
                .isInstanceOfSatisfying(
                        DownloadException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(words)
                .hasMessageNotContainingAny(telegram.token(), "http");
    }

    /** A Bot API server that says of every file that it is at one place. */
    private static final class LocalServer implements AutoCloseable {

        private final HttpServer server;
        private final TelegramConnection connection;

        LocalServer(String path) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] answer = "{\"ok\":true,\"result\":{\"file_id\":\"x\",\"file_unique_id\":\"x\",\"file_path\":\"%s\"}}"
                    .formatted(path)
                    .getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            connection = new TelegramConnection(
                    new TelegramSettings(
                            BotToken.of("12345:abcdefghijklmnopqrstuvwxyz0123456789"), root, Pace.unlimited()),
                    GatewayFixture.REDACTOR);
        }

        Downloads downloads() {
            return connection.downloads();
        }

        @Override
        public void close() {
            connection.close();
            server.stop(0);
        }
    }
}
