package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.testing.FakeGroup;
import io.github.claudebridge.telegram.testing.FakeUser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsAndStopsTest {

    private static final ChatId CHAT = new ChatId(ANN);

    @TempDir
    Path folder;

    private final List<String> happened = new CopyOnWriteArrayList<>();
    private GatewayFixture fixture;
    private FakeUser ann;

    @BeforeEach
    void somebody_who_writes() {
        fixture = new GatewayFixture(folder);
        ann = fixture.telegram.user(ANN, "Ann");
        ann.sends("/start");
        fixture.start(new Recorder());
        awaitHappened("said /start");
        happened.clear();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void an_edited_message_is_told_as_such_with_its_number() {
        long number = ann.sends("helo");
        ann.edits(number, "hello");
        ann.edits(number, "hello!");
        awaitHappened("edited " + number + " to hello!");
        assertThat(happened)
                .containsExactly("said helo", "edited " + number + " to hello", "edited " + number + " to hello!");
        await().atMost(LIMIT).until(() -> fixture.journal.updates().open().isEmpty());
    }

    @Test
    void an_edit_that_is_delivered_again_is_told_once() {
        long number = ann.sends("helo");
        ann.edits(number, "hello");
        fixture.telegram.updates().repeatLast();
        ann.sends("next");
        awaitHappened("said next");
        assertThat(happened).containsExactly("said helo", "edited " + number + " to hello", "said next");
    }

    @Test
    void an_edit_of_a_stranger_is_not_told() {
        FakeUser eve = fixture.telegram.user(666, "Eve");
        eve.edits(eve.sends("let me in"), "please");
        ann.sends("next");
        awaitHappened("said next");
        assertThat(happened).containsExactly("said next");
    }

    @Test
    void telegrams_stop_button_is_told_for_the_draft_that_is_open_and_the_draft_stays_away() {
        try (Draft draft = fixture.gateway.chat().draft(CHAT)) {
            awaitDrafts(1);
            ann.stopsDraft();
            awaitHappened("stopped 7 by 7");
            draft.append("more words ");
            ann.sends("next");
            awaitHappened("said next");
            assertThat(fixture.telegram.drafts(ANN)).isEmpty();
        }
        try (Draft next = fixture.gateway.chat().draft(CHAT)) {
            next.append("the next turn ");
            awaitDrafts(1);
        }
        assertThat(happened).containsExactly("stopped 7 by 7", "said next");
    }

    @Test
    void a_stop_for_a_draft_that_is_closed_stops_nothing() {
        Draft draft = fixture.gateway.chat().draft(CHAT);
        awaitDrafts(1);
        draft.close();
        ann.stopsDraft();
        ann.sends("next");
        awaitHappened("said next");
        assertThat(happened).containsExactly("said next");
    }

    @Test
    void in_a_group_the_message_that_shows_progress_has_a_stop_button() {
        FakeGroup group = fixture.telegram.supergroup(-1001, "Team");
        try (Draft draft = fixture.gateway.chat().draft(new ChatId(group.id()))) {
            draft.append("working ");
            long number = fixture.telegram
                    .awaitMessage(
                            group.id(), LIMIT, message -> message.button("Stop").isPresent())
                    .messageId();
            fixture.telegram.user(666, "Eve").in(group).presses(number, "Stop");
            ann.in(group).presses(number, "Stop");
            awaitHappened("stopped -1001 by 7");
        }
        await().atMost(LIMIT).until(() -> fixture.telegram.messages(group.id()).isEmpty());
        assertThat(happened).containsExactly("stopped -1001 by 7");
    }

    private void awaitDrafts(int count) {
        fixture.telegram.await(
                "drafts", LIMIT, () -> fixture.telegram.drafts(ANN).size() == count);
    }

    private void awaitHappened(String what) {
        await().atMost(LIMIT).until(() -> happened.contains(what));
    }

    private final class Recorder implements MessageHandler {
        @Override
        public CompletableFuture<Handled> handle(UserMessage message, DeliveryKey key) {
            return note("said " + message.text());
        }

        @Override
        public CompletableFuture<Handled> edited(UserMessage message, DeliveryKey key) {
            return note("edited " + message.messageId() + " to " + message.text());
        }

        @Override
        public CompletableFuture<Handled> stopped(ChatId chat, long userId, DeliveryKey key) {
            return note("stopped " + chat.value() + " by " + userId);
        }

        private CompletableFuture<Handled> note(String what) {
            happened.add(what);
            return CompletableFuture.completedFuture(Handled.DONE);
        }
    }
}
