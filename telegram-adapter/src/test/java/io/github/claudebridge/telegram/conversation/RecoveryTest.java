package io.github.claudebridge.telegram.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import io.github.claudebridge.telegram.journal.StoredPrompt.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a prompt that an earlier run did not bring to its end. */
class RecoveryTest {

    private static final DeliveryKey KEY = new DeliveryKey("update/1");

    @TempDir
    Path folder;

    @Test
    void I_12_a_prompt_that_claude_never_saw_is_sent_under_the_same_id() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say hello");
            StoredPrompt lost = accepted(talk, "say found");
            talk.journal.prompts().sent(lost.id(), session(talk));
            assertThat(talk.again(KEY)).isEqualTo(Handled.DONE);

            assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("hello", "found");
            assertThat(talk.stored(KEY).id()).isEqualTo(lost.id());
        }
    }

    @Test
    void a_prompt_that_was_only_stored_is_sent() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            accepted(talk, "say found");
            assertThat(talk.again(KEY)).isEqualTo(Handled.DONE);
            assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("found");
        }
    }

    @Test
    void I_12_an_answer_that_claude_had_finished_is_delivered_without_asking_again() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            DeliveryKey before = new DeliveryKey("update/0");
            talk.working("say finished", before).join();
            UUID session = talk.stored(before).claudeSession();
            assertThat(session).isNotNull();
            // As a kill right after the answer leaves it.
            String script = "UPDATE prompts SET state = 'SENT' WHERE source = 'update/0'";
            execute(script);
            assertThat(talk.again(before)).isEqualTo(Handled.DONE);

            assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("finished", "finished");
            assertThat(talk.metadata().turns()).isEqualTo(1);
            assertThat(talk.stored(before).state()).isEqualTo(State.DONE);
        }
    }

    @Test
    void I_12_the_one_answer_to_a_prompt_and_another_that_was_put_into_its_turn_is_delivered_once() throws Exception {
        DeliveryKey into = new DeliveryKey("update/2");
        try (TalkFixture talk = new TalkFixture(folder)) {
            CompletableFuture<Handled> first =
                    talk.working("tool Bash while [ ! -e go ]; do sleep 1; done ;; say both", KEY);
            CompletableFuture<Handled> second = talk.prompt("say second", into);
            await("the notice that it waits")
                    .atMost(TalkFixture.LIMIT)
                    .until(() -> !talk.chat.asked().isEmpty());
            Chosen now = new Chosen(TalkFixture.CHAT, talk.chat.asked().get(0), WaitingNotice.Decision.NOW.name(), 7);
            talk.conversations.chosen(now).join();
            Path session = talk.store.get(TalkFixture.NAME).directory();
            await("it is on its way to Claude")
                    .atMost(TalkFixture.LIMIT)
                    .until(() -> Files.readString(session.resolve("conversation.jsonl"))
                            .contains("say second"));
            Files.createFile(session.resolve("go"));
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
            assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("both");
            // As a kill right after the answer leaves it.
            execute("UPDATE prompts SET state = 'SENT'");
        }
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.again(KEY);
            talk.again(into);
            assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("both");
            assertThat(talk.stored(into).state()).isEqualTo(State.DONE);
        }
    }

    @Test
    void I_12_a_prompt_that_was_cut_off_is_asked_about_once_and_never_repeated_by_itself() throws Exception {
        cutOff();
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.again(KEY);
            talk.again(KEY);
            assertThat(talk.chat.said()).singleElement().satisfies(said -> {
                assertThat(said.kind()).isEqualTo(Kind.QUESTION);
                assertThat(said.text()).contains("I was stopped", "slow 600");
            });
            assertThat(talk.stored(KEY).state()).isEqualTo(State.ASKED);
        }
    }

    @Test
    void I_12_a_question_that_could_not_be_asked_is_asked_after_the_next_start() throws Exception {
        cutOff();
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.chat.failToAsk();
            assertThatThrownBy(() -> talk.again(KEY)).isInstanceOf(ExecutionException.class);
            assertThat(talk.stored(KEY).state()).isEqualTo(State.SENT);
        }
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.again(KEY);
            assertThat(talk.chat.texts(Kind.QUESTION)).hasSize(1);
        }
    }

    @Test
    void a_prompt_that_claude_never_got_can_be_sent_again_and_not_gone_on_with() throws Exception {
        cutOff();
        try (TalkFixture talk = new TalkFixture(folder)) {
            assertThat(PromptQuestions.neverSeen(talk.stored(KEY)).choices())
                    .extracting(Choice::id)
                    .containsExactly("retry", "drop");
        }
    }

    @Test
    void continue_lets_claude_go_on_in_its_history() throws Exception {
        cutOff();
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.again(KEY);
            talk.choose(KEY, "continue");
            talk.ask("history");
            assertThat(talk.chat.texts(Kind.ANSWER).get(1)).contains("slow 600", Words.CONTINUE, "history");
            assertThat(talk.stored(KEY).state()).isEqualTo(State.DONE);
        }
    }

    @Test
    void retry_gives_the_same_prompt_under_another_id_and_once_however_often_it_comes() throws Exception {
        cutOff();
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.again(KEY);
            StoredPrompt first = talk.stored(KEY);
            CompletableFuture<Handled> retried = CompletableFuture.supplyAsync(() -> pressed(talk, first));
            await().atMost(TalkFixture.LIMIT)
                    .until(() -> talk.journal.prompts().ofKey("prompt/" + first.id() + "/retry").stream()
                            .anyMatch(next -> next.state() == State.SENT));
            StoredPrompt next = talk.journal
                    .prompts()
                    .ofKey("prompt/" + first.id() + "/retry")
                    .orElseThrow();
            assertThat(next.text()).isEqualTo("slow 600");
            assertThat(next.id()).isNotEqualTo(first.id());
            talk.conversations.close();
            assertThat(retried).isCompletedExceptionally();
        }
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.choose(KEY, "retry");
            assertThat(talk.chat.texts(Kind.QUESTION)).hasSize(1);
        }
    }

    private static Handled pressed(TalkFixture talk, StoredPrompt prompt) {
        return talk.conversations
                .chosen(new Chosen(TalkFixture.CHAT, PromptQuestions.key(prompt), "retry", 7))
                .join();
    }

    @Test
    void drop_ends_it() throws Exception {
        cutOff();
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.again(KEY);
            talk.choose(KEY, "drop");
            assertThat(talk.stored(KEY).state()).isEqualTo(State.DONE);
            assertThat(talk.choose(KEY, "retry")).isEqualTo(Handled.DONE);
            assertThat(talk.chat.texts(Kind.ANSWER)).isEmpty();
        }
    }

    @Test
    void a_cli_that_does_not_tell_the_way_of_messages_is_no_witness_so_that_people_are_asked() throws Exception {
        List<String> old = FakeClaude.setup().version("2.1.197").command();
        try (TalkFixture talk = new TalkFixture(folder, old)) {
            talk.ask("say hello");
            StoredPrompt lost = accepted(talk, "say found");
            talk.journal.prompts().sent(lost.id(), session(talk));
            talk.again(KEY);
            assertThat(talk.chat.texts(Kind.QUESTION)).hasSize(1);
            assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("hello");
        }
    }

    private void cutOff() {
        try (TalkFixture talk = new TalkFixture(folder)) {
            CompletableFuture<Handled> unused = talk.working("slow 600", KEY);
        }
    }

    private static StoredPrompt accepted(TalkFixture talk, String text) {
        return talk.journal.prompts().accept(KEY.value(), TalkFixture.NAME.value(), TalkFixture.CHAT.value(), 0, text);
    }

    private static UUID session(TalkFixture talk) {
        UUID session = talk.metadata().claudeSessionId();
        assertThat(session).isNotNull();
        return session;
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
