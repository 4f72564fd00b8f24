package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The library that the gateway is built on, pointed at the fake server. */
class TelegramBotsClientTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeTelegram telegram = FakeTelegram.start();
    private final TelegramUrl url = TelegramUrl.builder()
            .schema("http")
            .host(telegram.apiRoot().getHost())
            .port(telegram.apiRoot().getPort())
            .build();
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(telegram.token(), url);

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_message_goes_to_the_bot_and_its_answer_comes_back() throws Exception {
        LinkedBlockingQueue<Update> received = new LinkedBlockingQueue<>();
        TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication();
        try {
            LongPollingUpdateConsumer consumer = received::addAll;
            application.registerBot(telegram.token(), () -> url, new DefaultGetUpdatesGenerator(), consumer);

            telegram.user(7, "Ann").sends("/start now");
            Update update = received.poll(10, TimeUnit.SECONDS);
            assertThat(update.getMessage().getText()).isEqualTo("/start now");
            assertThat(update.getMessage().getEntities()).hasSize(1);
            client.execute(SendMessage.builder()
                    .chatId(update.getMessage().getChatId())
                    .text("Hello *Ann*")
                    .parseMode("MarkdownV2")
                    .build());
        } finally {
            application.close();
        }
        SentMessage answer =
                telegram.awaitMessage(7, SOON, message -> message.text().equals("Hello Ann"));
        assertThat(answer.entities()).containsExactly(TextEntity.of("bold", 6, 3));
        assertThat(telegram.calls("deleteWebhook")).hasSize(1);
    }

    @Test
    void edits_typing_and_the_bot_itself_are_understood_by_the_library() throws Exception {
        telegram.user(7, "Ann").sends("hi");
        Message sent = client.execute(new SendMessage("7", "one"));
        client.execute(SendChatAction.builder().chatId("7").action("typing").build());
        client.execute(EditMessageText.builder()
                .chatId("7")
                .messageId(sent.getMessageId())
                .text("two")
                .build());

        assertThat(client.execute(new GetMe()).getUserName()).isEqualTo(telegram.botUsername());
        assertThat(telegram.messages(7)).extracting(SentMessage::text).isEqualTo(List.of("two"));
        assertThat(telegram.chatActions(7)).extracting(ChatAction::action).containsExactly("typing");
    }

    @Test
    void a_refusal_reaches_the_library_with_its_code_and_words() {
        TelegramApiRequestException refusal = catchThrowableOfType(
                TelegramApiRequestException.class, () -> client.execute(new SendMessage("99", "anyone?")));

        assertThat(refusal.getErrorCode()).isEqualTo(400);
        assertThat(refusal.getApiResponse()).isEqualTo("Bad Request: chat not found");
    }

    @Test
    void a_waiting_time_reaches_the_library() {
        telegram.user(7, "Ann").sends("hi");
        telegram.faults().on("sendMessage").fail(Fault.Refused.retryAfter(7));

        TelegramApiRequestException refusal = catchThrowableOfType(
                TelegramApiRequestException.class, () -> client.execute(new SendMessage("7", "too fast")));

        assertThat(refusal.getParameters().getRetryAfter()).isEqualTo(7);
    }
}
