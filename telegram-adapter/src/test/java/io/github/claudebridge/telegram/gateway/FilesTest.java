package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.SentFile;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

    private static final ChatId CHAT = new ChatId(ANN);

    @TempDir
    Path folder;

    @TempDir
    Path outside;

    private GatewayFixture fixture;
    private Chat chat;

    @BeforeEach
    void a_chat_that_the_bot_may_write_to() {
        fixture = new GatewayFixture(outside);
        fixture.telegram.user(ANN, "Ann").sends("/start");
        chat = fixture.gateway.chat();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_file_arrives_with_its_name_its_content_and_a_formatted_caption() throws Exception {
        file("outbox/a b.md", "# Plan");
        send("the **plan**", document("outbox/a b.md"));

        SentMessage message = messages().get(0);
        SentFile sent = message.file().orElseThrow();
        assertThat(sent.kind()).isEqualTo("document");
        assertThat(sent.name()).isEqualTo("a b.md");
        assertThat(fixture.telegram.file(sent.fileId()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("# Plan");
        assertThat(message.text()).isEqualTo("the plan");
        assertThat(message.entities()).hasSize(1);
        assertThat(message.silent()).isTrue();
    }

    @Test
    void several_files_are_albums_of_at_most_ten() throws Exception {
        FileToSend[] files = IntStream.range(0, 13)
                .mapToObj(i -> document(file("f" + i + ".txt", "content " + i)))
                .toArray(FileToSend[]::new);
        send("all of them", files);

        assertThat(messages()).hasSize(13);
        assertThat(messages().stream()
                        .map(message -> message.albumId().orElseThrow())
                        .distinct())
                .hasSize(2);
        assertThat(messages())
                .extracting(message -> message.file().orElseThrow().name())
                .startsWith("f0.txt", "f1.txt");
        assertThat(messages().get(0).text()).isEqualTo("all of them");
    }

    @Test
    void a_caption_that_is_too_long_goes_on_in_messages() throws Exception {
        file("f.txt", "x");
        send("word ".repeat(1_000), document("f.txt"));

        fixture.telegram.awaitMessages(ANN, LIMIT, messages -> messages.size() >= 2);
        assertThat(messages().stream()
                        .mapToInt(message -> message.text().length())
                        .sum())
                .isGreaterThan(4_900);
    }

    @Test
    void what_telegram_does_not_take_as_a_picture_is_sent_as_a_file() throws Exception {
        file("broken.png", "no picture");
        send("", new FileToSend(folder, "broken.png", true));

        assertThat(messages().get(0).file().orElseThrow().kind()).isEqualTo("document");
    }

    @Test
    void a_file_that_cannot_be_sent_is_told_with_the_reason() throws Exception {
        file("empty.txt", "");
        send("", document("empty.txt"));

        SentMessage told = fixture.telegram.awaitMessage(ANN, LIMIT, message -> true);
        assertThat(told.text()).contains("empty.txt", "non-empty");
        assertThat(told.silent()).isFalse();
    }

    @Test
    void I_10_no_link_and_no_path_leads_out_of_the_folder() throws Exception {
        Path secret = Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("link.txt"), secret);
        Files.createSymbolicLink(folder.resolve("elsewhere"), outside);
        send("", document("link.txt"));
        send("", document("elsewhere/secret.txt"));
        send("", document("../" + outside.getFileName() + "/secret.txt"));
        send("", document(secret.toString()));

        fixture.telegram.awaitMessages(ANN, LIMIT, messages -> messages.size() == 4);
        assertThat(messages()).allSatisfy(message -> assertThat(message.file()).isEmpty());
    }

    @Test
    void a_file_waits_for_the_next_run() throws Exception {
        file("f.txt", "x");
        fixture.telegram.faults().on("sendDocument").always().fail(new Fault.CutBefore());
        CompletableFuture<Void> delivery = chat.files(CHAT, new DeliveryKey("file"), List.of(document("f.txt")), "");
        fixture.telegram.await(
                "an attempt",
                LIMIT,
                () -> !fixture.telegram.calls("sendDocument").isEmpty());
        assertThat(delivery).isNotDone();
        fixture.stopWithoutTheServer();
        fixture.telegram.faults().clear();
        try (GatewayFixture next = new GatewayFixture(outside, fixture.telegram)) {
            next.telegram.awaitMessage(ANN, LIMIT, message -> message.file().isPresent());
        }
    }

    @Test
    void a_slow_file_does_not_hold_up_an_answer() throws Exception {
        file("f.txt", "x");
        fixture.telegram.faults().on("sendDocument").always().fail(new Fault.CutBefore());
        CompletableFuture<Void> file = chat.files(CHAT, DeliveryKey.random(), List.of(document("f.txt")), "");
        done(chat.answer(CHAT, DeliveryKey.random(), "the answer"));
        assertThat(file).isNotDone();
    }

    @Test
    void an_answer_replies_to_the_message_it_answers_and_is_known_by_it() throws Exception {
        long asked = fixture.telegram.user(ANN, "Ann").sends("why?");
        done(chat.answer(CHAT, new DeliveryKey("a"), "because", asked));
        done(chat.answer(CHAT, new DeliveryKey("b"), "because", 4_711));

        assertThat(messages()).extracting(SentMessage::replyTo).first().isEqualTo(Optional.of(asked));
        assertThat(chat.keyOf(CHAT, messages().get(1).messageId())).contains(new DeliveryKey("b"));
        assertThat(chat.keyOf(CHAT, asked)).isEmpty();
    }

    private void send(String caption, FileToSend... files) throws Exception {
        done(chat.files(CHAT, DeliveryKey.random(), List.of(files), caption));
    }

    private static void done(CompletableFuture<Void> delivery) throws Exception {
        delivery.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private FileToSend document(String path) {
        return new FileToSend(folder, path, false);
    }

    private String file(String path, String content) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), content);
            return path;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<SentMessage> messages() {
        return fixture.telegram.messages(ANN);
    }
}
