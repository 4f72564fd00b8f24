package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.testing.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I-17: secrets do not get out. */
class RedactionTest {

    private static final ChatId CHAT = new ChatId(ANN);

    @TempDir
    Path folder;

    private GatewayFixture fixture;
    private Chat chat;

    @BeforeEach
    void a_chat_that_the_bot_may_write_to() {
        fixture = new GatewayFixture(folder);
        fixture.telegram.user(ANN, "Ann").sends("/start");
        chat = fixture.gateway.chat();
    }

    @AfterEach
    void nothing_of_the_secret_was_in_any_call() {
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        fixture.telegram.await("a call", LIMIT, () -> !fixture.telegram.calls().isEmpty());
        fixture.gateway.close();
        assertThat(fixture.telegram.calls())
                .extracting(Call::toString)
                .noneMatch(call -> call.contains(SECRET) || call.contains(encoded) || call.contains("battery"));
        fixture.close();
    }

    @Test
    void not_in_an_answer_though_its_formatting_splits_it() throws Exception {
        done(chat.answer(
                CHAT, DeliveryKey.random(), "Use " + SECRET + " or `correct-horse`\\_battery:staple. *Really*."));

        assertThat(fixture.telegram.messages(ANN).get(0).text())
                .contains("Use ••••")
                .endsWith("Really.");
    }

    @Test
    void not_in_the_address_of_a_link() throws Exception {
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        done(chat.answer(
                CHAT,
                DeliveryKey.random(),
                "See [this](https://example.org/?k=" + encoded + ") and [that](https://example.org/" + SECRET + ")"));
    }

    @Test
    void not_where_a_long_answer_is_split() throws Exception {
        for (int before = 4_060; before < 4_100; before += 3) {
            done(chat.answer(CHAT, DeliveryKey.random(), "x".repeat(before) + SECRET + " y"));
        }
        assertThat(fixture.telegram.messages(ANN))
                .noneMatch(message ->
                        message.text().contains("staple") || message.text().contains("horse"));
    }

    @Test
    void not_in_the_text_of_a_failure_a_notice_or_a_question() throws Exception {
        Question question = new Question("Run `curl -u " + SECRET + "`?", List.of(new Choice("y", "Use " + SECRET)));
        done(chat.failure(CHAT, DeliveryKey.random(), new IllegalStateException("login " + SECRET).toString()));
        done(chat.notice(CHAT, DeliveryKey.random(), SECRET));
        done(chat.ask(CHAT, new DeliveryKey("q"), question));
        chat.withdraw(new DeliveryKey("q"), "it was " + SECRET);
        fixture.telegram.awaitMessage(ANN, LIMIT, message -> message.text().contains("it was"));
    }

    @Test
    void not_in_a_draft_that_ends_within_it() {
        try (Draft draft = chat.draft(CHAT)) {
            draft.headline("Running curl " + SECRET);
            for (char character : ("The key is " + SECRET + " there. ").toCharArray()) {
                draft.append(Character.toString(character));
            }
            fixture.telegram.await(
                    "the draft",
                    LIMIT,
                    () -> fixture.telegram.drafts(ANN).stream()
                            .anyMatch(shown -> shown.text().contains("there.")));
        }
    }

    @Test
    void not_in_the_name_or_the_caption_of_a_file() throws Exception {
        Files.writeString(folder.resolve(SECRET + ".txt"), "x");
        Files.writeString(folder.resolve("b.txt"), "x");
        FileToSend named = new FileToSend(folder, SECRET + ".txt", false);
        done(chat.files(CHAT, DeliveryKey.random(), List.of(named), "with " + SECRET));
        done(chat.files(
                CHAT, DeliveryKey.random(), List.of(named, new FileToSend(folder, "b.txt", false)), "with " + SECRET));
        assertThat(fixture.telegram.messages(ANN)).hasSize(3);
        assertThat(fixture.telegram.messages(ANN).get(0).file().orElseThrow().name())
                .endsWith("_.txt");
    }

    private static void done(CompletableFuture<Void> delivery) throws Exception {
        delivery.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
