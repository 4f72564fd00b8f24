package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.conversation.Reaction;
import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.ChatAction;
import io.github.claudebridge.telegram.testing.FakeGroup;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {

    private static final ChatId ANN = new ChatId(7);
    private static final ChatId BOB = new ChatId(8);

    @TempDir
    Path folder;

    private Simulation simulation;
    private SimulatedLoop loop;

    @BeforeEach
    void two_people_who_know_the_bot() {
        simulation = new Simulation(folder);
        loop = simulation.loop;
        simulation.telegram.user(7, "Ann").sends("/start");
        simulation.telegram.user(8, "Bob").sends("/start");
    }

    @AfterEach
    void no_call_was_made_that_should_not_have_been() {
        simulation.close();
    }

    @Test
    void many_answers_at_once_stay_below_the_limits_and_in_order() {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(answer(ANN, "a" + i));
            answers.add(answer(BOB, "b" + i));
        }
        until(answers);

        assertThat(simulation.refusals()).isEmpty();
        assertThat(texts(ANN))
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> "a" + i).toList());
    }

    @Test
    void many_chats_together_stay_below_the_limit_for_all() {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (long id = 1_000; id < 1_300; id++) {
            simulation.telegram.user(id, "P" + id).sends("/start");
        }
        for (long id = 1_000; id < 1_300; id++) {
            answers.add(answer(new ChatId(id), "hello"));
        }
        Instant begin = loop.now();
        until(answers);

        assertThat(simulation.refusals()).isEmpty();
        assertThat(Duration.between(begin, loop.now())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
    }

    @Test
    void I_14_an_answer_waits_exactly_as_long_as_telegram_wants_and_goes_before_everything_else() {
        simulation.telegram.faults().on("sendMessageDraft").fail(Fault.Refused.retryAfter(20));
        try (Draft draft = simulation.chat.draft(ANN)) {
            draft.append("thinking");
            loop.runUntil(() -> simulation.refusals().size() == 1);
            Instant refused = loop.now();
            loop.pass(Duration.ofSeconds(5));
            CompletableFuture<Void> answer = answer(ANN, "the answer");
            until(List.of(answer));

            assertThat(Duration.between(refused, loop.now())).isEqualTo(Duration.ofSeconds(20));
            assertThat(callsSince(refused)).extracting(Call::method).containsExactly("sendMessage");
        }
    }

    @Test
    void a_bot_that_is_started_again_keeps_the_silence_that_the_last_one_was_told() {
        simulation.telegram.faults().on("sendMessage").fail(Fault.Refused.retryAfter(300));
        CompletableFuture<Void> lost = answer(ANN, "the answer");
        loop.runUntil(() -> simulation.refusals().size() == 1);
        Instant refused = loop.now();
        assertThat(lost).isNotDone();
        simulation.kill();
        loop.pass(Duration.ofSeconds(10));
        simulation = new Simulation(folder, loop, simulation.telegram);
        loop.runUntil(() -> !texts(ANN).isEmpty());

        assertThat(Duration.between(refused, loop.now())).isEqualTo(Duration.ofMinutes(5));
        assertThat(texts(ANN)).containsExactly("the answer");
    }

    @Test
    void a_refused_cosmetic_call_delays_nothing_in_other_chats() {
        simulation.telegram.faults().on("sendMessageDraft").inChat(7).fail(Fault.Refused.retryAfter(600));
        try (Draft draft = simulation.chat.draft(ANN)) {
            draft.append("thinking");
            loop.runUntil(() -> simulation.refusals().size() == 1);
            Instant begin = loop.now();
            until(List.of(answer(BOB, "hello Bob")));
            assertThat(loop.now()).isEqualTo(begin);
        }
    }

    @Test
    void a_refused_typing_sign_delays_no_answer() {
        simulation.telegram.faults().on("sendChatAction").fail(Fault.Refused.retryAfter(60));
        simulation.chat.working(ANN);
        loop.runUntil(() -> simulation.refusals().size() == 1);
        Instant begin = loop.now();
        until(List.of(answer(ANN, "hello")));
        assertThat(loop.now()).isEqualTo(begin);
        loop.pass(Duration.ofSeconds(59));
        assertThat(simulation.telegram.calls("sendChatAction")).hasSize(1);
        loop.pass(Duration.ofSeconds(2));
        assertThat(simulation.telegram.calls("sendChatAction")).hasSize(2);
    }

    @Test
    void drafts_leave_room_for_the_answer() {
        try (Draft draft = simulation.chat.draft(ANN)) {
            for (int i = 0; i < 200; i++) {
                draft.append("word " + i + " ");
                loop.pass(Duration.ofMillis(100));
            }
        }
        Instant begin = loop.now();
        until(List.of(answer(ANN, "the answer")));
        assertThat(loop.now()).isEqualTo(begin);
        assertThat(simulation.refusals()).isEmpty();
    }

    @Test
    void typing_is_shown_without_a_gap_also_after_messages() {
        Instant begin = loop.now();
        Chat.Activity one = simulation.chat.working(ANN);
        Chat.Activity two = simulation.chat.working(ANN);
        loop.pass(Duration.ofSeconds(10));
        one.close();
        until(List.of(answer(ANN, "in between")));
        loop.pass(Duration.ZERO);
        assertThat(simulation.telegram.chatActions(7))
                .extracting(ChatAction::at)
                .endsWith(loop.now());
        loop.pass(Duration.ofSeconds(50));
        two.close();
        loop.pass(Duration.ofSeconds(20));
        List<Instant> shown =
                simulation.telegram.chatActions(7).stream().map(ChatAction::at).toList();
        assertThat(Gaps.longest(begin, shown)).isLessThan(Duration.ofSeconds(5));
        assertThat(shown.get(shown.size() - 1)).isBefore(begin.plusSeconds(61));
    }

    @Test
    void a_group_that_became_a_supergroup_gets_what_waits_under_its_new_number() {
        FakeUser ann = simulation.telegram.user(7, "Ann");
        FakeGroup group = simulation.telegram.group(-500, "Team");
        FakeGroup supergroup = group.becomesSupergroup(ann, -1_000_500);
        simulation.journal.activeSessions().activate(-500, 0, "work");
        until(List.of(answer(new ChatId(-500), "one"), answer(new ChatId(-500), "two")));
        until(List.of(answer(new ChatId(-500), "three")));

        assertThat(texts(new ChatId(supergroup.id()))).containsExactly("one", "two", "three");
        assertThat(simulation.journal.activeSessions().of(supergroup.id(), 0)).contains("work");
        assertThat(simulation.telegram.calls("sendMessage")).hasSize(4);
    }

    @Test
    void what_was_meant_for_a_deleted_topic_goes_to_the_chat() {
        until(List.of(answer(new ChatId(7, 4711), "one"), answer(new ChatId(7, 4711), "two")));

        assertThat(texts(ANN)).containsExactly("one", "two");
        assertThat(simulation.telegram.calls("sendMessage")).hasSize(3);
    }

    @Test
    void a_reaction_is_shown_at_once_and_the_newest_wins() {
        long id = simulation.telegram.user(7, "Ann").sends("do it");
        for (Reaction reaction : Reaction.values()) {
            simulation.chat.react(ANN, id, reaction);
        }
        loop.pass(Duration.ofSeconds(1));
        assertThat(simulation.telegram.reaction(7, id)).contains("😢");
        assertThat(simulation.telegram.calls("setMessageReaction")).allMatch(Call::succeeded);
    }

    private CompletableFuture<Void> answer(ChatId chat, String text) {
        return simulation.chat.answer(chat, DeliveryKey.random(), text);
    }

    private void until(List<CompletableFuture<Void>> deliveries) {
        loop.runUntil(() -> deliveries.stream().allMatch(CompletableFuture::isDone));
        assertThat(deliveries).allMatch(delivery -> !delivery.isCompletedExceptionally());
    }

    private List<Call> callsSince(Instant instant) {
        return simulation.telegram.calls().stream()
                .filter(call -> call.at().isAfter(instant))
                .toList();
    }

    private List<String> texts(ChatId chat) {
        return simulation.telegram.messages(chat.value()).stream()
                .map(SentMessage::text)
                .toList();
    }
}
