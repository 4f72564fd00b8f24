package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.FakeGroup;
import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class DraftTest {

    private static final ChatId ANN = new ChatId(7);

    @TempDir
    Path folder;

    private Simulation simulation;
    private SimulatedLoop loop;

    @BeforeEach
    void somebody_who_knows_the_bot() {
        simulation = new Simulation(folder);
        loop = simulation.loop;
        simulation.telegram.user(7, "Ann").sends("/start");
        // Right after its start the bot is careful, because it does not know what an earlier run has sent.
        loop.pass(Duration.ofSeconds(3));
    }

    @AfterEach
    void no_call_was_made_that_should_not_have_been() {
        simulation.close();
    }

    @Test
    void it_is_there_at_once_and_then_shows_the_newest_state_only() {
        try (Draft draft = simulation.chat.draft(ANN)) {
            loop.pass(Duration.ZERO);
            assertThat(shown()).isEqualTo("…");
            draft.headline("Reading config.json");
            for (int i = 0; i < 1_000; i++) {
                draft.append("*w" + i + "*" + (i % 50 == 49 ? "\n\n" : " "));
                loop.pass(Duration.ofMillis(10));
            }
            loop.pass(Duration.ofSeconds(2));

            assertThat(shown()).startsWith("Reading config.json\n\n").endsWith("w998 w999");
            assertThat(simulation.telegram.calls("sendMessageDraft")).hasSizeBetween(5, 12);
        }
        assertThat(simulation.refusals()).isEmpty();
    }

    @Test
    void it_does_not_fade_while_nothing_changes_and_fades_when_it_is_closed() {
        try (Draft draft = simulation.chat.draft(ANN)) {
            draft.append("thinking ");
            for (int i = 0; i < 300; i++) {
                loop.pass(Duration.ofSeconds(1));
                assertThat(simulation.telegram.drafts(7)).hasSize(1);
            }
            assertThat(simulation.telegram.calls("sendMessageDraft")).hasSizeLessThan(20);
        }
        loop.pass(Duration.ofSeconds(31));
        assertThat(simulation.telegram.drafts(7)).isEmpty();
    }

    @Test
    void a_message_in_the_middle_of_the_turn_does_not_take_it_away() {
        try (Draft draft = simulation.chat.draft(ANN)) {
            draft.append("thinking ");
            loop.pass(Duration.ofSeconds(3));
            CompletableFuture<Void> question = simulation.chat.failure(ANN, DeliveryKey.random(), "a question");
            loop.runUntil(question::isDone);
            loop.pass(Duration.ofMillis(100));
            assertThat(shown()).isEqualTo("thinking");
        }
        CompletableFuture<Void> answer = simulation.chat.answer(ANN, DeliveryKey.random(), "the answer");
        loop.pass(Duration.ofSeconds(60));
        assertThat(answer).isCompleted();
        assertThat(simulation.telegram.drafts(7)).isEmpty();
    }

    @Test
    void a_chat_without_drafts_gets_one_message_that_is_edited_and_taken_away() {
        FakeGroup group = simulation.telegram.supergroup(-1001, "Team");
        try (Draft draft = simulation.chat.draft(new ChatId(group.id()))) {
            for (int i = 0; i < 100; i++) {
                draft.append("word" + i + " ");
                loop.pass(Duration.ofSeconds(1));
            }
            loop.pass(Duration.ofSeconds(10));
            SentMessage message = simulation.telegram.messages(group.id()).get(0);
            assertThat(message.text()).startsWith("word0 ").endsWith(" word99");
            assertThat(message.silent()).isTrue();
        }
        loop.pass(Duration.ofSeconds(10));
        assertThat(simulation.telegram.messages(group.id())).isEmpty();
        assertThat(simulation.telegram.calls("editMessageText")).hasSizeLessThan(35);
        assertThat(simulation.refusals()).isEmpty();
    }

    @Test
    void a_message_that_a_killed_bot_was_editing_is_taken_away_by_the_next_run() {
        FakeGroup group = simulation.telegram.supergroup(-1001, "Team");
        Draft draft = simulation.chat.draft(new ChatId(group.id()));
        draft.append("half an answer");
        loop.pass(Duration.ofSeconds(5));
        assertThat(simulation.telegram.messages(group.id())).hasSize(1);
        simulation.kill();

        simulation = new Simulation(folder, loop, simulation.telegram);
        loop.pass(Duration.ofSeconds(10));
        assertThat(simulation.telegram.messages(group.id())).isEmpty();
        assertThat(simulation.journal.draftMessages().left()).isEmpty();
    }

    @Test
    void a_private_chat_that_refuses_drafts_gets_edits_from_then_on() {
        simulation
                .telegram
                .faults()
                .on("sendMessageDraft")
                .fail(new Fault.Refused(400, "Bad Request: TEXTDRAFT_PEER_INVALID"));
        for (int turn = 0; turn < 2; turn++) {
            try (Draft draft = simulation.chat.draft(ANN)) {
                draft.append("thinking ");
                loop.pass(Duration.ofSeconds(5));
                assertThat(simulation.telegram.messages(7))
                        .extracting(SentMessage::text)
                        .containsExactly("thinking");
            }
            loop.pass(Duration.ofSeconds(5));
            assertThat(simulation.telegram.messages(7)).isEmpty();
        }
        assertThat(simulation.telegram.calls("sendMessageDraft")).hasSize(1);
    }

    @Test
    void a_progress_message_that_somebody_deleted_is_made_anew() {
        FakeGroup group = simulation.telegram.supergroup(-1001, "Team");
        try (Draft draft = simulation.chat.draft(new ChatId(group.id()))) {
            draft.append("one ");
            loop.pass(Duration.ofSeconds(5));
            simulation
                    .telegram
                    .faults()
                    .on("editMessageText")
                    .fail(new Fault.Refused(400, "Bad Request: message to edit not found"));
            draft.append("two ");
            loop.pass(Duration.ofSeconds(10));
            assertThat(simulation.telegram.messages(group.id()))
                    .extracting(SentMessage::text)
                    .endsWith("one two");
        }
    }

    @Test
    void what_cannot_be_shown_now_is_shown_later_in_its_newest_form() {
        simulation.telegram.faults().on("sendMessageDraft").times(3).fail(new Fault.CutBefore());
        try (Draft draft = simulation.chat.draft(ANN)) {
            draft.append("one ");
            loop.pass(Duration.ofMillis(500));
            draft.append("two ");
            loop.pass(Duration.ofSeconds(30));
            assertThat(shown()).isEqualTo("one two");
        }
    }

    @Test
    void a_refused_refresh_is_made_up_for() {
        try (Draft draft = simulation.chat.draft(ANN)) {
            draft.append("thinking ");
            loop.pass(Duration.ofSeconds(10));
            simulation.telegram.faults().on("sendMessageDraft").fail(Fault.Refused.retryAfter(3));
            for (int i = 0; i < 120; i++) {
                loop.pass(Duration.ofSeconds(1));
                assertThat(shown()).isEqualTo("thinking");
            }
        }
    }

    @Test
    void a_message_that_is_edited_when_the_draft_is_closed_is_taken_away_afterwards() {
        Sender idle = simulation.sender;
        LiveDraft draft = new LiveDraft(
                new ChatId(-1),
                1,
                true,
                new Frame(GatewayFixture.REDACTOR),
                loop,
                idle,
                new Drafts(
                        loop,
                        idle,
                        new ChatMoves(),
                        GatewayFixture.REDACTOR,
                        new DraftNotes(simulation.journal.draftMessages(), Runnable::run)));
        Message sent = new Message();
        sent.setMessageId(5);
        assertThat(draft.call()).isPresent();
        draft.done(sent);
        draft.append("more ");
        assertThat(draft.call()).as("an edit").isPresent();
        draft.close();
        draft.done(true);
        assertThat(draft.call()).as("the removal").isPresent();
        draft.done(true);
        assertThat(draft.call()).isEmpty();
    }

    @Test
    void a_long_turn_is_drawn_seldom() {
        Instant begin = loop.now();
        try (Draft draft = simulation.chat.draft(ANN)) {
            for (int i = 0; i < 3_600; i++) {
                draft.headline("working for " + i + " s");
                loop.pass(Duration.ofSeconds(1));
            }
        }
        List<Call> frames = simulation.telegram.calls("sendMessageDraft");
        assertThat(frames).hasSizeBetween(300, 600);
        assertThat(Gaps.longest(begin, frames.stream().map(Call::at).toList())).isLessThan(Duration.ofSeconds(30));
        assertThat(simulation.refusals()).isEmpty();
    }

    private String shown() {
        return simulation.telegram.drafts(7).get(0).text();
    }
}
