package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.ChatAction;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {

    private static final ChatId CHAT = new ChatId(ANN);

    @TempDir
    Path folder;

    private GatewayFixture fixture;
    private FakeUser ann;
    private Chat chat;

    @BeforeEach
    void a_chat_that_the_bot_may_write_to() {
        fixture = new GatewayFixture(folder);
        ann = fixture.telegram.user(ANN, "Ann");
        ann.sends("/start");
        chat = fixture.gateway.chat();
    }

    @AfterEach
    void the_strict_server_found_nothing_to_complain_about() {
        fixture.close();
    }

    @Test
    void an_answer_arrives_formatted_and_rings() throws Exception {
        done(chat.answer(CHAT, DeliveryKey.random(), "It is **done**."));

        SentMessage message = fixture.telegram.messages(ANN).get(0);
        assertThat(message.text()).isEqualTo("It is done.");
        assertThat(message.entities()).hasSize(1);
        assertThat(message.covered(message.entities().get(0))).isEqualTo("done");
        assertThat(silent()).containsExactly("false");
    }

    @Test
    void a_notice_is_silent_and_literal() throws Exception {
        done(chat.notice(CHAT, DeliveryKey.random(), "use **stars**"));

        assertThat(fixture.telegram.messages(ANN)).extracting(SentMessage::text).containsExactly("use **stars**");
        assertThat(silent()).containsExactly("true");
    }

    @Test
    void a_long_answer_arrives_whole_and_in_order() throws Exception {
        String markdown = "word ".repeat(3_000);
        done(chat.answer(CHAT, DeliveryKey.random(), markdown));

        List<SentMessage> messages = fixture.telegram.messages(ANN);
        assertThat(messages).hasSizeGreaterThan(3);
        assertThat(String.join(" ", messages.stream().map(SentMessage::text).toList()))
                .isEqualTo(markdown.strip());
    }

    @Test
    void what_the_server_cannot_take_now_is_sent_again() throws Exception {
        fixture.telegram.faults().on("sendMessage").fail(Fault.Refused.retryAfter(1));
        fixture.telegram.faults().on("sendMessage").fail(new Fault.BadGateway());
        fixture.telegram.faults().on("sendMessage").fail(new Fault.CutBefore());
        done(chat.answer(CHAT, DeliveryKey.random(), "at last"));

        assertThat(fixture.telegram.messages(ANN)).extracting(SentMessage::text).containsExactly("at last");
        assertThat(fixture.telegram.calls("sendMessage")).hasSize(4);
    }

    @Test
    void the_wait_that_telegram_asks_for_is_kept() throws Exception {
        fixture.telegram.faults().on("sendMessage").fail(Fault.Refused.retryAfter(2));
        done(chat.answer(CHAT, DeliveryKey.random(), "at last"));

        List<Call> calls = fixture.telegram.calls("sendMessage");
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void an_answer_of_unknown_outcome_arrives_at_least_once() throws Exception {
        fixture.telegram.faults().on("sendMessage").fail(new Fault.AppliedThenCut());
        done(chat.answer(CHAT, DeliveryKey.random(), "twice at worst"));

        assertThat(fixture.telegram.messages(ANN))
                .extracting(SentMessage::text)
                .containsOnly("twice at worst")
                .hasSizeBetween(1, 2);
    }

    @Test
    void formatting_that_telegram_refuses_is_left_out_rather_than_the_answer() throws Exception {
        fixture.telegram
                .faults()
                .on("sendMessage")
                .fail(new Fault.Refused(400, "Bad Request: can't parse entities: x"));
        done(chat.answer(CHAT, DeliveryKey.random(), "It is **done**."));

        SentMessage message = fixture.telegram.messages(ANN).get(0);
        assertThat(message.text()).isEqualTo("It is done.");
        assertThat(message.entities()).isEmpty();
    }

    @Test
    void an_answer_is_kept_while_the_server_does_not_know_the_bot() throws Exception {
        fixture.telegram.faults().on("sendMessage").fail(new Fault.Refused(404, "Not Found"));
        fixture.telegram.faults().on("sendMessage").fail(new Fault.Refused(401, "Unauthorized"));
        done(chat.answer(CHAT, DeliveryKey.random(), "at last"));

        assertThat(fixture.telegram.messages(ANN)).extracting(SentMessage::text).containsExactly("at last");
    }

    @Test
    void a_chat_that_blocked_the_bot_is_given_up_and_does_not_hold_up_others() throws Exception {
        fixture.telegram.user(8, "Bob").sends("/start");
        ann.blocksBot();
        done(chat.answer(CHAT, DeliveryKey.random(), "nobody reads this"));
        done(chat.answer(new ChatId(8), DeliveryKey.random(), "hello Bob"));

        assertThat(fixture.telegram.messages(8)).extracting(SentMessage::text).containsExactly("hello Bob");
    }

    @Test
    void one_chat_in_trouble_does_not_delay_another() throws Exception {
        fixture.telegram.user(8, "Bob").sends("/start");
        fixture.telegram.faults().on("sendMessage").inChat(ANN).always().fail(Fault.Refused.retryAfter(600));
        CompletableFuture<Void> stuck = chat.answer(CHAT, DeliveryKey.random(), "stuck");
        done(chat.answer(new ChatId(8), DeliveryKey.random(), "hello Bob"));

        assertThat(stuck).isNotDone();
        fixture.gateway.close();
        assertThatThrownBy(() -> done(stuck))
                .as("open, to be sent after the next start")
                .isNotNull();
    }

    @Test
    void many_chats_do_not_cost_a_thread_each() {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (long id = 1_000; id < 1_400; id++) {
            fixture.telegram.user(id, "P" + id).sends("/start");
        }
        for (long id = 1_000; id < 1_400; id++) {
            answers.add(chat.answer(new ChatId(id), DeliveryKey.random(), "hello"));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("telegram-"))
                .hasSizeLessThan(20);
        assertThat(fixture.telegram.calls("sendMessage")).hasSize(400);
    }

    @Test
    void typing_is_shown_at_once_and_refreshed_before_it_fades() {
        Chat.Activity typing = chat.working(CHAT);
        fixture.telegram.await(
                "a refresh", LIMIT, () -> fixture.telegram.chatActions(ANN).size() >= 2);
        typing.close();

        List<ChatAction> actions = fixture.telegram.chatActions(ANN);
        assertThat(Duration.between(actions.get(0).at(), actions.get(1).at())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_failed_typing_sign_changes_nothing() throws Exception {
        fixture.telegram.faults().on("sendChatAction").always().fail(new Fault.Refused(500, "Internal Server Error"));
        Chat.Activity typing = chat.working(CHAT);
        done(chat.answer(CHAT, DeliveryKey.random(), "hello"));
        typing.close();

        assertThat(fixture.telegram.messages(ANN)).hasSize(1);
    }

    @Test
    void a_wrong_token_is_found_by_the_check_and_a_missing_network_is_not_mistaken_for_it() {
        assertThat(fixture.gateway.check()).isEmpty();
        String unknown = "99999:abcdefghijklmnopqrstuvwxyz0123456789";
        try (TelegramGateway other = new TelegramGateway(
                GatewayFixture.settings(fixture.telegram, unknown), fixture.journal, GatewayFixture.REDACTOR)) {
            assertThat(other.check()).contains(GatewayFailure.WRONG_TOKEN);
        }
        fixture.telegram.faults().on("getMe").fail(new Fault.CutBefore());
        assertThat(fixture.gateway.check()).isEmpty();
    }

    private List<String> silent() {
        return fixture.telegram.calls("sendMessage").stream()
                .map(call -> call.parameter("disable_notification").orElse("false"))
                .toList();
    }

    private static void done(CompletableFuture<Void> delivery) throws Exception {
        delivery.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
