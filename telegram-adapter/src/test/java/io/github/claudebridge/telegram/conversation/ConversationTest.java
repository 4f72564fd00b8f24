package io.github.claudebridge.telegram.conversation;

import static io.github.claudebridge.telegram.conversation.TalkFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    void a_prompt_is_answered_and_nothing_of_it_is_kept() throws Exception {
        DeliveryKey key = DeliveryKey.random();
        assertThat(talk.prompt("say hello", key).get(60, TimeUnit.SECONDS)).isEqualTo(Handled.DONE);

        assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("hello");
        assertThat(talk.stored(key).state()).isEqualTo(StoredPrompt.State.DONE);
        assertThat(talk.stored(key).text()).isEmpty();
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
    void PROC_04_a_process_that_dies_in_a_turn_leads_to_a_question_and_the_next_one_has_the_history() throws Exception {
        talk.ask("say remember me");
        long pid = talk.pid();
        DeliveryKey key = DeliveryKey.random();
        CompletableFuture<Handled> cut = talk.working("slow 600", key);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        cut.get(60, TimeUnit.SECONDS);
        assertThat(talk.chat.texts(Kind.QUESTION)).singleElement().asString().contains("slow 600");
        assertThat(talk.chat.texts(Kind.FAILURE)).isEmpty();
        talk.ask("history");
        assertThat(talk.chat.texts(Kind.ANSWER).get(1)).contains("remember me");
        await("the new process is noted").atMost(LIMIT).until(() -> talk.pid() != pid);
    }

    @Test
    void a_process_that_dies_in_the_first_turn_does_not_lock_the_session() throws Exception {
        CompletableFuture<Handled> cut = talk.working("slow 600", DeliveryKey.random());
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
    void closing_in_the_middle_of_a_turn_leaves_the_prompts_open_and_no_process() throws Exception {
        DeliveryKey key = DeliveryKey.random();
        CompletableFuture<Handled> running = talk.working("slow 600", key);
        CompletableFuture<Handled> waiting = talk.prompt("say later");
        ProcessHandle claude = ProcessHandle.of(talk.pid()).orElseThrow();
        talk.conversations.close();

        assertThat(claude.isAlive()).isFalse();
        assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(waiting.isDone() && !waiting.isCompletedExceptionally()).isFalse();
        assertThat(talk.chat.texts(Kind.ANSWER)).isEmpty();
        assertThat(talk.chat.texts(Kind.FAILURE)).isEmpty();
        assertThat(talk.metadata().status()).isEqualTo(SessionStatus.SUSPENDED);
        assertThat(talk.metadata().pid()).isNull();
        assertThat(talk.stored(key).state()).isEqualTo(StoredPrompt.State.SENT);
    }

    @Test
    void the_files_of_a_prompt_are_named_to_claude_and_its_author_stays_known() throws Exception {
        talk.fetching = (session, files) -> new PromptFiles.Fetched("Files: a.txt", List.of());
        DeliveryKey key = DeliveryKey.random();
        UserFile file = new UserFile("id", UserFile.Kind.DOCUMENT, "a.txt", "text/plain", 3);
        UserMessage message = new UserMessage(
                TalkFixture.CHAT,
                "say with a file",
                List.of(file),
                7,
                9,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
        talk.conversations.prompt(TalkFixture.NAME, message, key).get(60, TimeUnit.SECONDS);

        assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("with a file\n\nFiles: a.txt");
        assertThat(talk.conversations.audience(TalkFixture.NAME)).contains(new Audience(TalkFixture.CHAT, 7));
        assertThat(talk.chat.reactions()).endsWith(Reaction.DONE);
    }

    @Test
    void files_that_cannot_be_fetched_and_nothing_else_are_no_turn() throws Exception {
        UserFile file = new UserFile("id", UserFile.Kind.PHOTO, "", "", 3);
        UserMessage message = new UserMessage(
                TalkFixture.CHAT, "", List.of(file), 7, 9, Optional.empty(), Optional.empty(), Instant.EPOCH);
        assertThat(talk.conversations
                        .prompt(TalkFixture.NAME, message, DeliveryKey.random())
                        .get(60, TimeUnit.SECONDS))
                .isEqualTo(Handled.FAILED);
        assertThat(talk.chat.texts(Kind.FAILURE)).containsExactly("No files here.");
    }

    @Test
    void a_turn_is_stopped_at_whatever_instant_of_its_beginning_that_is_wanted() throws Exception {
        for (int round = 0; round < 5; round++) {
            CompletableFuture<Handled> running = talk.prompt("slow 600");
            if (round % 2 == 1) {
                await("the prompt is on its way")
                        .atMost(LIMIT)
                        .until(() ->
                                talk.conversations.audience(TalkFixture.NAME).isPresent());
            }
            assertThat(talk.conversations.of(TalkFixture.NAME).stop(false).running())
                    .isTrue();
            assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(Handled.DONE);
        }
        talk.ask("say still here");
        assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("still here");
    }

    @Test
    void a_session_that_is_started_ahead_works_for_whoever_wanted_that_until_somebody_speaks_to_it() throws Exception {
        Audience switching = new Audience(new ChatId(9), 9);
        talk.conversations.of(TalkFixture.NAME).warmUp(switching);
        assertThat(talk.conversations.audience(TalkFixture.NAME)).contains(switching);
        talk.ask("say hello");
        talk.conversations.of(TalkFixture.NAME).warmUp(switching);

        assertThat(talk.conversations.audience(TalkFixture.NAME)).contains(new Audience(TalkFixture.CHAT, 0));
    }

    @Test
    void no_conversation_is_made_after_closing() {
        talk.close();
        assertThatThrownBy(() -> talk.conversations.of(TalkFixture.NAME)).isInstanceOf(IllegalStateException.class);
    }
}
