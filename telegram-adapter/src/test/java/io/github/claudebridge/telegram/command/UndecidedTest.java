package io.github.claudebridge.telegram.command;

import static io.github.claudebridge.telegram.command.RouterFixture.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Reaction;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages in a place that has not chosen a session. */
class UndecidedTest {

    @TempDir
    Path folder;

    private RouterFixture fixture;

    @BeforeEach
    void open() {
        fixture = new RouterFixture(folder);
        fixture.store.create(SessionName.of("work"), "default");
        fixture.store.create(SessionName.of("other"), "default");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static UserMessage message(String text) {
        return new UserMessage(CHAT, text, List.of(), 7, 5, Optional.empty(), Optional.empty(), Instant.now());
    }

    private CompletableFuture<Handled> write(String text) {
        return fixture.router.handle(message(text), DeliveryKey.random());
    }

    @Test
    void a_message_that_is_changed_while_it_waits_for_a_session_says_the_new_text() throws Exception {
        CompletableFuture<Handled> asked = write("say typo");
        CompletableFuture<Handled> changed = fixture.router.edited(message("say fixed"), DeliveryKey.random());
        assertThat(changed)
                .as("comes again after a restart, as the message does")
                .isNotDone();
        fixture.ask("/session work");
        asked.get(60, TimeUnit.SECONDS);

        assertThat(fixture.chat.texts(Kind.ANSWER)).containsExactly("fixed");
        assertThat(changed).isCompletedWithValue(Handled.DONE);
    }

    @Test
    void a_message_that_waits_for_a_session_is_marked_as_seen() {
        CompletableFuture<Handled> unused = write("say hello");
        assertThat(fixture.chat.reactions()).containsExactly(Reaction.SEEN);
    }

    @Test
    void each_topic_of_a_chat_talks_to_a_session_of_its_own() throws Exception {
        ChatId one = new ChatId(-100, 1);
        ChatId two = new ChatId(-100, 2);
        fixture.write(one, "/session work").get(60, TimeUnit.SECONDS);
        fixture.write(two, "/session other").get(60, TimeUnit.SECONDS);
        fixture.write(one, "say in one").get(60, TimeUnit.SECONDS);
        fixture.write(two, "say in two").get(60, TimeUnit.SECONDS);
        fixture.write(one, "history").get(60, TimeUnit.SECONDS);

        assertThat(fixture.chat.said())
                .filteredOn(said -> said.kind() == Kind.ANSWER)
                .extracting(said -> said.chat().topic())
                .containsExactly(1L, 2L, 1L);
        assertThat(fixture.chat.texts(Kind.ANSWER).get(2)).contains("in one").doesNotContain("in two");
    }

    @Test
    void a_choice_in_one_topic_leaves_what_waits_in_another() throws Exception {
        CompletableFuture<Handled> waiting = fixture.write(new ChatId(-100, 1), "say one");
        fixture.write(new ChatId(-100, 2), "/session work").get(60, TimeUnit.SECONDS);

        assertThat(waiting).isNotDone();
    }
}
