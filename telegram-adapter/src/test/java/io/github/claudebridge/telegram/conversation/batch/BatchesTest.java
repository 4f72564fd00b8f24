package io.github.claudebridge.telegram.conversation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.KeyedMessage;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.internal.ManualTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final ChatId CHAT = new ChatId(7);
    private static final SessionName WORK = SessionName.of("work");

    private final ManualTimers time = new ManualTimers();
    private final List<String> prompts = new ArrayList<>();
    private final CompletableFuture<Handled> ending = new CompletableFuture<>();
    private final List<CompletableFuture<Handled>> taken = new ArrayList<>();
    private long lastMessage;

    @Test
    void MSG_05_what_comes_in_quick_succession_is_one_prompt_and_each_message_is_open_until_it_is_handled() {
        Batches batches = batches(Duration.ofMillis(400));
        write(batches, "a");
        time.pass(Duration.ofMillis(300));
        write(batches, "b");
        time.pass(Duration.ofMillis(300));
        assertThat(prompts).isEmpty();

        time.pass(Duration.ofMillis(200));
        assertThat(prompts).containsExactly("work: a + b");
        assertThat(taken).hasSize(2).noneMatch(CompletableFuture::isDone);
        ending.complete(Handled.DONE);
        assertThat(taken).allMatch(CompletableFuture::isDone);
    }

    @Test
    void MSG_05_a_text_that_the_chat_system_has_cut_waits_longer_for_its_rest() {
        Batches batches = batches(Duration.ofMillis(400));
        String beginning = "x".repeat(4_096);
        write(batches, beginning);
        time.pass(Duration.ofSeconds(1));
        write(batches, "rest");
        time.pass(Duration.ofMillis(500));

        assertThat(prompts).containsExactly("work: " + beginning + " + rest");
    }

    @Test
    void somebody_who_never_stops_writing_does_not_wait_for_ever() {
        Batches batches = batches(Duration.ofMillis(400));
        for (int i = 0; i < 40; i++) {
            write(batches, "m");
            time.pass(Duration.ofMillis(300));
        }
        assertThat(prompts).isNotEmpty();
    }

    @Test
    void without_a_window_every_message_is_a_prompt_at_once() {
        Batches batches = batches(Duration.ZERO);
        write(batches, "a");
        write(batches, "b");
        assertThat(prompts).containsExactly("work: a", "work: b");
    }

    @Test
    void slash_commands_for_claude_stand_alone_and_in_order() {
        Batches batches = batches(Duration.ofMillis(400));
        write(batches, "a");
        write(batches, "/compact");
        write(batches, "b");
        time.pass(Duration.ofSeconds(1));
        assertThat(prompts).containsExactly("work: a", "work: /compact", "work: b");
    }

    @Test
    void another_session_ends_the_batch_and_so_does_a_wish_to_do_something_after_it() {
        Batches batches = batches(Duration.ofMillis(400));
        write(batches, "a");
        CompletableFuture<Handled> unused = batches.add(SessionName.of("other"), message("b"));
        batches.flush(CHAT);
        assertThat(prompts).containsExactly("work: a", "other: b");
        assertThat(time.waiting()).isZero();
    }

    @Test
    void a_message_that_is_changed_while_it_waits_says_the_new_text() {
        Batches batches = batches(Duration.ofMillis(400));
        KeyedMessage message = message("typo");
        CompletableFuture<Handled> handled = batches.add(WORK, message);
        assertThat(batches.edit(message.message().saying("fixed")))
                .as("the change is done when the message is")
                .contains(handled);
        time.pass(Duration.ofSeconds(1));

        assertThat(prompts).containsExactly("work: fixed");
        assertThat(batches.edit(message.message())).isEmpty();
    }

    private Batches batches(Duration window) {
        return new Batches(BatchWindow.of(window), time, time, (session, messages) -> {
            prompts.add(session.value() + ": "
                    + String.join(
                            " + ",
                            messages.stream()
                                    .map(message -> message.message().text())
                                    .toList()));
            return ending;
        });
    }

    private void write(Batches batches, String text) {
        taken.add(batches.add(WORK, message(text)));
    }

    private KeyedMessage message(String text) {
        lastMessage++;
        UserMessage message = new UserMessage(
                CHAT, text, List.of(), 7, lastMessage, Optional.empty(), Optional.empty(), Instant.EPOCH);
        return new KeyedMessage(message, new DeliveryKey("update/" + lastMessage));
    }
}
