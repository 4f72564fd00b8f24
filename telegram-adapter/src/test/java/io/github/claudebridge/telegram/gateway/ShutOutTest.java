package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutOutTest {

    private static final ChatId CHAT = new ChatId(ANN);

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Test
    void a_chat_whose_person_blocked_the_bot_is_left_alone_until_the_block_is_taken_back() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            FakeUser ann = fixture.telegram.user(ANN, "Ann");
            fixture.start((message, key) -> {
                taken.add(message.text());
                return CompletableFuture.completedFuture(Handled.DONE);
            });
            ann.sends("hello");
            await().atMost(LIMIT).until(() -> taken.contains("hello"));
            Chat chat = fixture.gateway.chat();
            chat.answer(CHAT, DeliveryKey.random(), "hello to you").get(30, TimeUnit.SECONDS);
            ann.blocksBot();
            awaitConfirmed(fixture);
            int before = fixture.telegram.calls("sendMessage").size();
            Chat.Activity working = chat.working(CHAT);
            chat.answer(CHAT, DeliveryKey.random(), "nobody reads this").get(30, TimeUnit.SECONDS);
            working.close();
            assertThat(fixture.telegram.calls("sendMessage")).hasSize(before);
            assertThat(fixture.telegram.calls("sendChatAction")).isEmpty();

            ann.unblocksBot();
            ann.sends("back again");
            await().atMost(LIMIT).until(() -> taken.contains("back again"));
            chat.answer(CHAT, DeliveryKey.random(), "welcome").get(30, TimeUnit.SECONDS);
            assertThat(fixture.telegram.messages(ANN))
                    .extracting(SentMessage::text)
                    .containsExactly("hello to you", "welcome");
        }
    }

    /** What is confirmed has been stored, and what was stored is handled soon. */
    private static void awaitConfirmed(GatewayFixture fixture) {
        await().atMost(LIMIT).until(() -> fixture.telegram.updates().pending() == 0);
        await().atMost(LIMIT).until(() -> fixture.journal.updates().open().isEmpty());
    }
}
