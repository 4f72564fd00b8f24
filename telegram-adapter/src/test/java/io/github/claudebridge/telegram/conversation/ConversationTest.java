package io.github.claudebridge.telegram.conversation;

import static io.github.claudebridge.telegram.conversation.TalkFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {

    @TempDir
    Path folder;

    private TalkFixture talk;

    @BeforeEach
    void open() {
        talk = new TalkFixture(folder);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void progress_is_noted_before_the_work_and_before_the_delivery() throws Exception {
        assertThat(talk.ask("say hello")).isEqualTo(Handled.DONE);

        assertThat(talk.progress).containsExactly("started", "answered hello");
        assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("hello");
        assertThat(talk.metadata().turns()).isEqualTo(1);
        await("the history is noted").atMost(LIMIT).until(() -> talk.metadata().hasHistory());
    }

    @Test
    void an_answer_without_text_says_so() throws Exception {
        talk.ask("say");
        assertThat(talk.chat.said())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).isNotBlank());
    }

    @Test
    void a_turn_that_fails_is_told_with_its_reason_and_the_next_one_works() throws Exception {
        assertThat(talk.ask("error 400")).isEqualTo(Handled.FAILED);
        assertThat(talk.ask("say still here")).isEqualTo(Handled.DONE);

        assertThat(talk.chat.texts(Kind.FAILURE)).singleElement().asString().contains("400");
        assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("still here");
        assertThat(talk.chat.activities()).isZero();
    }

    @Test
    void PROC_04_a_process_that_dies_in_a_turn_is_told_and_the_next_prompt_finds_the_history() throws Exception {
        talk.ask("say remember me");
        long pid = talk.pid();
        CompletableFuture<Handled> cut = talk.prompt("slow 600");
        talk.awaitStarts(2);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertThat(cut.get(60, TimeUnit.SECONDS)).isEqualTo(Handled.FAILED);
        assertThat(talk.chat.texts(Kind.FAILURE)).hasSize(1);
        talk.ask("history");
        assertThat(talk.chat.texts(Kind.ANSWER).get(1)).contains("remember me");
        await("the new process is noted").atMost(LIMIT).until(() -> talk.pid() != pid);
    }

    @Test
    void a_process_that_dies_in_the_first_turn_does_not_lock_the_session() throws Exception {
        CompletableFuture<Handled> cut = talk.prompt("slow 600");
        talk.awaitStarts(1);
        ProcessHandle.of(talk.pid()).orElseThrow().destroyForcibly();
        cut.get(60, TimeUnit.SECONDS);

        assertThat(talk.ask("say again")).isEqualTo(Handled.DONE);
    }

    @Test
    void an_answer_survives_metadata_that_cannot_be_written() throws Exception {
        talk.ask("say first");
        Files.writeString(folder.resolve("home/sessions/work/metadata.json"), "{ broken");
        talk.ask("say second");

        assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("first", "second");
    }

    @Test
    void a_session_that_cannot_be_read_is_told_once_with_the_reason() throws Exception {
        Files.writeString(folder.resolve("home/sessions/work/metadata.json"), "{ broken");
        assertThat(talk.ask("say hello")).isEqualTo(Handled.FAILED);

        assertThat(talk.chat.said())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).contains("metadata.json"));
    }

    @Test
    void a_command_that_is_missing_is_told_once_and_says_what_to_do() throws Exception {
        reopen(List.of("no-such-command"));
        assertThat(talk.ask("say hello")).isEqualTo(Handled.FAILED);
        talk.close();

        assertThat(talk.chat.said())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).contains("no-such-command", "Install"));
        assertThat(talk.progress).isEmpty();
    }

    @Test
    void PROC_04_a_process_that_crashes_at_every_start_is_told_once_after_three_tries() throws Exception {
        reopen(FakeClaude.setup().exitAtOnce(3).command());
        assertThat(talk.ask("say hello")).isEqualTo(Handled.FAILED);
        talk.close();

        assertThat(talk.chat.texts(Kind.FAILURE)).hasSize(1);
        assertThat(talk.metadata().status()).isEqualTo(SessionStatus.SUSPENDED);
    }

    private void reopen(List<String> command) {
        talk.close();
        talk = new TalkFixture(folder, command);
    }

    @Test
    void progress_that_cannot_be_noted_is_told_and_nothing_is_done() throws Exception {
        Progress failing = new Progress() {
            @Override
            public DeliveryKey key() {
                return DeliveryKey.random();
            }

            @Override
            public void started() {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public void answered(String markdown) {}
        };
        Handled handled = talk.prompt("say hello", failing).get(60, TimeUnit.SECONDS);

        assertThat(handled).isEqualTo(Handled.FAILED);
        assertThat(talk.chat.texts(Kind.FAILURE)).containsExactly("the disk is full");
        assertThat(talk.chat.texts(Kind.ANSWER)).isEmpty();
    }

    @Test
    void closing_in_the_middle_of_a_turn_leaves_the_prompts_open_and_no_process() throws Exception {
        CompletableFuture<Handled> running = talk.prompt("slow 600");
        CompletableFuture<Handled> waiting = talk.prompt("say later");
        talk.awaitStarts(1);
        ProcessHandle claude = ProcessHandle.of(talk.pid()).orElseThrow();
        talk.close();

        assertThat(claude.isAlive()).isFalse();
        assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(waiting.isDone() && !waiting.isCompletedExceptionally()).isFalse();
        assertThat(talk.chat.said()).isEmpty();
        assertThat(talk.metadata().status()).isEqualTo(SessionStatus.SUSPENDED);
        assertThat(talk.metadata().pid()).isNull();
        assertThat(talk.progress).containsExactly("started");
    }

    @Test
    void no_conversation_is_made_after_closing() {
        talk.close();
        assertThatThrownBy(() -> talk.conversations.of(TalkFixture.NAME)).isInstanceOf(IllegalStateException.class);
    }
}
