package io.github.claudebridge.telegram.conversation;

import static io.github.claudebridge.telegram.conversation.TalkFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.TalkFixture.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.conversation.RecordingChat.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that sleep and go on. */
class LifecycleTest {

    @TempDir
    Path folder;

    @Test
    void LIFE_01_an_idle_session_is_suspended_silently_and_goes_on_with_its_history() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say remember me");
            ProcessHandle claude = ProcessHandle.of(talk.pid()).orElseThrow();
            talk.store.update(NAME, edit -> edit.idleTimeout(Duration.ofSeconds(1)));
            talk.ask("say again");
            talk.awaitStatus(SessionStatus.SUSPENDED);
            assertThat(claude.isAlive()).isFalse();
            assertThat(talk.metadata().pid()).isNull();
            assertThat(talk.chat.said()).hasSize(2);

            talk.ask("history");
            assertThat(talk.chat.said().get(2))
                    .satisfies(said -> assertThat(said.kind()).isEqualTo(Kind.NOTICE))
                    .satisfies(said -> assertThat(said.text()).startsWith("Resuming session (idle "));
            assertThat(talk.chat.said().get(3).text()).contains("remember me");
        }
    }

    @Test
    void LIFE_01_a_session_is_not_suspended_while_it_works() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say ready");
            talk.store.update(NAME, edit -> edit.idleTimeout(Duration.ofSeconds(1)));
            assertThat(talk.ask("slow 3 done")).isEqualTo(Handled.DONE);
            assertThat(talk.chat.texts(Kind.ANSWER)).hasSize(2);
            assertThat(talk.chat.texts(Kind.NOTICE)).as("not resumed").isEmpty();
        }
    }

    @Test
    void SESS_06_an_idle_timeout_that_is_edited_by_hand_counts_from_the_next_message_on() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say first");
            talk.store.update(NAME, edit -> edit.idleTimeout(Duration.ofSeconds(1)));
            talk.ask("say second");
            talk.awaitStatus(SessionStatus.SUSPENDED);
        }
    }

    @Test
    void LIFE_02_a_history_that_is_gone_is_told_and_no_other_is_begun() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say hello");
        }
        Files.move(folder.resolve("claude/projects"), folder.resolve("elsewhere"));
        try (TalkFixture talk = new TalkFixture(folder)) {
            DeliveryKey key = DeliveryKey.random();
            talk.prompt("say again", key).get(60, TimeUnit.SECONDS);
            assertThat(talk.chat.texts(Kind.QUESTION)).containsExactly(Words.historyGone("work"));
            assertThat(talk.chat.texts(Kind.ANSWER)).isEmpty();
            assertThat(talk.chat.texts(Kind.FAILURE)).isEmpty();
            assertThat(talk.metadata().hasHistory()).isTrue();

            talk.choose(key, "fresh");
            assertThat(talk.chat.texts(Kind.ANSWER)).containsExactly("again");
            assertThat(talk.metadata().earlierClaudeSessionIds()).hasSize(1);
        }
    }

    @Test
    void LIFE_03_at_the_start_all_sessions_are_suspended_and_none_has_a_process() {
        try (TalkFixture before = new TalkFixture(folder)) {
            before.store.update(NAME, edit -> edit.status(SessionStatus.ACTIVE).process(1, Instant.EPOCH));
            before.store.create(SessionName.of("new"), "default");
        }
        try (TalkFixture talk = new TalkFixture(folder)) {
            assertThat(talk.metadata().status()).isEqualTo(SessionStatus.SUSPENDED);
            assertThat(talk.metadata().pid()).isNull();
            assertThat(talk.store.get(SessionName.of("new")).metadata().status())
                    .isEqualTo(SessionStatus.IDLE);
        }
    }

    @Test
    void LIFE_02_the_time_that_a_session_was_idle_is_known_after_a_restart() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say hello");
        }
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.store.update(
                    NAME,
                    edit -> edit.lastActivityAt(
                            Instant.now().minus(Duration.ofMinutes(15)).minusSeconds(5)));
            talk.ask("say on");
            assertThat(talk.chat.said())
                    .extracting(Said::text)
                    .containsExactly("Resuming session (idle 15 min)…", "on");
        }
    }

    @Test
    void a_session_that_was_cleared_has_no_history_until_it_is_spoken_to_again() throws Exception {
        try (TalkFixture talk = new TalkFixture(folder)) {
            talk.ask("say forget me");
            await("the history is noted")
                    .atMost(LIMIT)
                    .until(() -> talk.metadata().hasHistory());
            talk.ask("/clear");
            await("the new identity is noted")
                    .atMost(LIMIT)
                    .until(() -> !talk.metadata().hasHistory()
                            && !talk.metadata().earlierClaudeSessionIds().isEmpty());
            talk.ask("say keep me");
            await("the new history is noted")
                    .atMost(LIMIT)
                    .until(() -> talk.metadata().hasHistory());
        }
    }
}
