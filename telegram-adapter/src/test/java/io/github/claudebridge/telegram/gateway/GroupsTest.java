package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.testing.FakeGroup;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.Speaker;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {

    @TempDir
    Path folder;

    private final List<UserMessage> taken = new CopyOnWriteArrayList<>();
    private final MessageHandler takes = (message, key) -> {
        taken.add(message);
        return CompletableFuture.completedFuture(Handled.DONE);
    };
    private GatewayFixture fixture;
    private FakeGroup group;
    private Speaker ann;

    @BeforeEach
    void a_group_with_the_bot() {
        fixture = new GatewayFixture(folder);
        group = fixture.telegram.supergroup(-1001, "Team");
        FakeUser person = fixture.telegram.user(ANN, "Ann");
        ann = person.in(group);
        fixture.start(takes);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void who_calls_the_bot_replies_to_it_or_gives_it_a_command_is_served() throws Exception {
        ChatId where = new ChatId(group.id());
        fixture.gateway.chat().notice(where, DeliveryKey.random(), "I am here.").get();
        long said = fixture.telegram.messages(group.id()).get(0).messageId();
        ann.sends("lunch?");
        ann.sends("@" + fixture.telegram.botUsername() + " what time is it?");
        ann.replies(said, "since when?");
        ann.sends("/status");

        await().atMost(LIMIT).until(() -> taken.size() == 3);
        assertThat(taken).extracting(UserMessage::text).containsExactly("what time is it?", "since when?", "/status");
        assertThat(taken).extracting(UserMessage::chat).containsOnly(where);
        assertThat(taken.get(1).quote().orElseThrow().text()).isEqualTo("I am here.");
    }

    @Test
    void a_stranger_in_the_group_is_not_served() {
        fixture.telegram.user(666, "Eve").in(group).sends("/status");
        ann.sends("/help");
        await().atMost(LIMIT).until(() -> !taken.isEmpty());
        assertThat(taken).extracting(UserMessage::text).containsExactly("/help");
    }

    @Test
    void a_group_that_becomes_a_supergroup_says_nothing_by_itself() {
        FakeGroup old = fixture.telegram.group(-2, "Old");
        FakeUser person = fixture.telegram.user(ANN, "Ann");
        person.in(old).sends("/before");
        FakeGroup now = old.becomesSupergroup(person, -1002);
        person.in(now).sends("/after");
        await().atMost(LIMIT).until(() -> taken.size() == 2);
        assertThat(taken).extracting(message -> message.chat().value()).containsExactly(-2L, -1002L);
    }
}
