package io.github.claudebridge.telegram.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {

    private static final SessionName NAME = SessionName.of("work");
    private static final ChatId CHAT = new ChatId(7);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final RecordingChat chat = new RecordingChat();
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private SessionStore store;
    private Conversation conversation;

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("home"));
        store.create(NAME, "default");
        conversation = talkWith(FakeClaude.command());
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void progress_is_noted_before_the_work_and_before_the_delivery() throws Exception {
        assertThat(ask("say hello")).isEqualTo(Handled.DONE);

        assertThat(progress).containsExactly("started", "answered hello");
        assertThat(chat.texts(Kind.ANSWER)).containsExactly("hello");
        assertThat(metadata().turns()).isEqualTo(1);
        assertThat(metadata().hasHistory()).isTrue();
    }

    @Test
    void an_answer_without_text_says_so() throws Exception {
        ask("say");
        assertThat(chat.said())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).isNotBlank());
    }

    @Test
    void a_turn_that_fails_is_told_with_its_reason_and_the_next_one_works() throws Exception {
        assertThat(ask("error 400")).isEqualTo(Handled.FAILED);
        assertThat(ask("say still here")).isEqualTo(Handled.DONE);

        assertThat(chat.texts(Kind.FAILURE)).singleElement().asString().contains("400");
        assertThat(chat.texts(Kind.ANSWER)).containsExactly("still here");
        assertThat(chat.activities()).isZero();
    }

    @Test
    void a_process_that_dies_in_a_turn_is_told_and_the_next_prompt_resumes_the_history() throws Exception {
        ask("say remember me");
        long pid = pid();
        CompletableFuture<Handled> cut = prompt("slow 600");
        await().atMost(LIMIT)
                .until(() -> progress.stream().filter("started"::equals).count() == 2);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertThat(cut.get(60, TimeUnit.SECONDS)).isEqualTo(Handled.FAILED);
        assertThat(chat.texts(Kind.FAILURE)).hasSize(1);
        ask("history");
        assertThat(chat.texts(Kind.ANSWER).get(1)).contains("remember me");
        assertThat(pid()).isNotEqualTo(pid);
    }

    @Test
    void a_process_that_dies_in_the_first_turn_does_not_lock_the_session() throws Exception {
        CompletableFuture<Handled> cut = prompt("slow 600");
        await().atMost(LIMIT).until(() -> progress.contains("started"));
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
        cut.get(60, TimeUnit.SECONDS);

        assertThat(ask("say again")).isEqualTo(Handled.DONE);
    }

    @Test
    void an_answer_survives_metadata_that_cannot_be_written() throws Exception {
        ask("say first");
        Files.writeString(folder.resolve("home/sessions/work/metadata.json"), "{ broken");
        ask("say second");

        assertThat(chat.texts(Kind.ANSWER)).containsExactly("first", "second");
    }

    @Test
    void a_command_that_is_missing_is_told_and_says_what_to_do() throws Exception {
        try (Conversation missing = talkWith(List.of("no-such-command"))) {
            Handled handled =
                    missing.prompt(new UserMessage(CHAT, "say hello"), noting()).get(60, TimeUnit.SECONDS);
            assertThat(handled).isEqualTo(Handled.FAILED);
        }
        assertThat(chat.texts(Kind.FAILURE)).singleElement().asString().contains("no-such-command", "Install");
        assertThat(progress).isEmpty();
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
        Handled handled =
                conversation.prompt(new UserMessage(CHAT, "say hello"), failing).get(60, TimeUnit.SECONDS);

        assertThat(handled).isEqualTo(Handled.FAILED);
        assertThat(chat.texts(Kind.FAILURE)).containsExactly("the disk is full");
        assertThat(chat.texts(Kind.ANSWER)).isEmpty();
    }

    @Test
    void closing_in_the_middle_of_a_turn_leaves_the_prompts_open_and_no_process() throws Exception {
        CompletableFuture<Handled> running = prompt("slow 600");
        CompletableFuture<Handled> waiting = prompt("say later");
        await().atMost(LIMIT).until(() -> progress.contains("started"));
        ProcessHandle claude = ProcessHandle.of(pid()).orElseThrow();
        conversation.close();

        assertThat(claude.isAlive()).isFalse();
        assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(waiting.isDone() && !waiting.isCompletedExceptionally()).isFalse();
        assertThat(chat.said()).isEmpty();
        assertThat(metadata().status()).isEqualTo(SessionStatus.SUSPENDED);
        assertThat(metadata().pid()).isNull();
        assertThat(progress).containsExactly("started");
    }

    private Conversation talkWith(List<String> command) {
        ClaudeCommand claude = new ClaudeCommand(
                command, Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
        return new Conversation(NAME, store, claude, chat, Clock.systemUTC());
    }

    private Handled ask(String text) throws Exception {
        return prompt(text).get(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<Handled> prompt(String text) {
        return conversation.prompt(new UserMessage(CHAT, text), noting());
    }

    private Progress noting() {
        return new Progress() {
            @Override
            public DeliveryKey key() {
                return DeliveryKey.random();
            }

            @Override
            public void started() {
                progress.add("started");
            }

            @Override
            public void answered(String markdown) {
                progress.add("answered " + markdown);
            }
        };
    }

    private Metadata metadata() {
        return store.get(NAME).metadata();
    }

    private long pid() {
        Long pid = metadata().pid();
        assertThat(pid).isNotNull();
        return pid;
    }
}
