package io.github.claudebridge.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ControlServerTest {

    private static final Request STATUS = new Request.Status();

    @TempDir
    Path home;

    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private ControlServer server;

    @BeforeEach
    void serve() throws IOException {
        Files.createDirectory(home.resolve("state"));
        server = ControlServer.open(home, this::handle).orElseThrow();
    }

    @AfterEach
    void end() {
        server.close();
    }

    private int handle(Request request, Asker asker) throws StartException {
        if (request instanceof Request.Delete delete) {
            throw new StartException(ExitCode.NO_INPUT, "There is no session " + delete.name() + ".");
        }
        if (request instanceof Request.TakeOver) {
            asker.awaitEnd();
            left.complete(null);
        }
        asker.progress(1, 2);
        asker.out("three – 3");
        asker.err("a remark");
        return 5;
    }

    private static Reply.End ask(ControlClient client, Request request, List<Reply> heard) throws StartException {
        try (client) {
            return client.ask(request, heard::add);
        }
    }

    private ControlClient client() {
        return ControlClient.connect(home).orElseThrow();
    }

    private String raw(String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(ControlSocket.address(home))) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_request_is_answered_with_progress_lines_and_an_exit_code() throws Exception {
        List<Reply> heard = new ArrayList<>();

        assertThat(ask(client(), STATUS, heard)).isEqualTo(new Reply.End(5, ""));
        assertThat(heard)
                .containsExactly(new Reply.Progress(1, 2), new Reply.Out("three – 3"), new Reply.Err("a remark"));
    }

    @Test
    void what_cannot_be_done_is_told_with_its_exit_code() throws Exception {
        assertThat(ask(client(), new Request.Delete("x"), new ArrayList<>()))
                .isEqualTo(new Reply.End(66, "There is no session x."));
    }

    @Test
    void every_request_arrives_as_it_was_sent() throws Exception {
        for (Request request : List.of(
                new Request.Archive("a", true, false),
                new Request.Send(null, 3, "ä\n\"b\"", List.of(Path.of("/tmp/a b")), true),
                new Request.Send(-1L, 0, "", List.of(), false),
                new Request.TakeOver("a"))) {
            assertThat(Wire.request(new ByteArrayInputStream(Wire.bytes(request))))
                    .isEqualTo(request);
        }
    }

    @Test
    void only_the_owner_may_ask() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlSocket.file(home))))
                .isEqualTo("rw-------");
    }

    @Test
    void what_is_no_request_of_this_version_is_refused_and_the_next_is_served() throws Exception {
        assertThat(raw("{\"v\":1,\"do\":\"dance\"}\n")).contains("\"code\":65", "Restart it");
        assertThat(raw("{\"v\":2,\"do\":\"status\"}\n")).contains("\"code\":65", "another version");
        assertThat(raw("hello\n")).contains("\"code\":65");
        assertThat(ask(client(), STATUS, new ArrayList<>()).code()).isEqualTo(5);
    }

    @Test
    void a_line_without_an_end_is_not_read_to_its_end() throws IOException {
        assertThatThrownBy(() -> Wire.request(new EndlessInput())).hasMessageContaining("longer than");
    }

    @Test
    void whoever_connects_and_says_nothing_is_sent_away() throws Exception {
        server.close();
        server = ControlServer.open(home, this::handle, Duration.ofMillis(200)).orElseThrow();
        try (SocketChannel silent = SocketChannel.open(ControlSocket.address(home))) {
            assertThat(silent.read(ByteBuffer.allocate(1))).isNegative();
        }
    }

    @Test
    void one_who_takes_his_time_keeps_nobody_waiting() throws Exception {
        try (SocketChannel silent = SocketChannel.open(ControlSocket.address(home))) {
            assertThat(ask(client(), STATUS, new ArrayList<>()).code()).isEqualTo(5);
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void the_bot_learns_when_who_asked_goes_away() throws Exception {
        try (SocketChannel channel = SocketChannel.open(ControlSocket.address(home))) {
            channel.write(ByteBuffer.wrap(Wire.bytes(new Request.TakeOver("a"))));
            assertThat(left).isNotDone();
        }
        assertThat(left).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void a_socket_that_a_killed_bot_left_behind_is_nobody_and_is_replaced() throws Exception {
        server.close();
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(ControlSocket.address(home));
        }

        assertThat(ControlSocket.file(home)).exists();
        assertThat(ControlClient.connect(home)).isEmpty();
        server = ControlServer.open(home, this::handle).orElseThrow();
        assertThat(ask(client(), STATUS, new ArrayList<>()).code()).isEqualTo(5);
        server.close();
        assertThat(ControlSocket.file(home)).doesNotExist();
    }

    @Test
    void a_path_that_is_too_long_for_a_socket_does_not_keep_the_bot_from_running() throws IOException {
        Path deep = home.resolve("a".repeat(120));
        Files.createDirectories(deep.resolve("state"));

        assertThat(ControlServer.open(deep, this::handle)).isEmpty();
    }

    @Test
    void a_bot_that_ends_meanwhile_is_told_of() {
        ControlClient client = client();
        server.close();

        assertThatThrownBy(() -> ask(client, STATUS, new ArrayList<>()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BUSY));
    }

    private static final class EndlessInput extends InputStream {
        @Override
        public int read() {
            return 'a';
        }
    }
}
