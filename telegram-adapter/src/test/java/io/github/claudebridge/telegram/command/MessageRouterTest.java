package io.github.claudebridge.telegram.command;

import static io.github.claudebridge.telegram.command.RouterFixture.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.conversation.RecordingChat.Said;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRouterTest {

    @TempDir
    Path folder;

    private RouterFixture fixture;

    @BeforeEach
    void open() {
        fixture = new RouterFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void SESS_04_the_first_message_ever_makes_and_activates_the_session_default() throws Exception {
        assertThat(fixture.ask("say hello")).isEqualTo(new Said(CHAT, Kind.ANSWER, "hello"));
        assertThat(names()).containsExactly("default");
        assertThat(fixture.journal.activeSessions().of(CHAT.value(), 0)).contains("default");
    }

    @Test
    void a_chat_without_a_session_is_asked_which_when_there_are_some() throws Exception {
        fixture.store.create(SessionName.of("work"), "default");
        CompletableFuture<Handled> asked = fixture.write(CHAT, "say hello");

        assertThat(fixture.chat.texts(Kind.QUESTION)).singleElement().asString().contains("/sessions", "/new");
        assertThat(asked).isNotDone();
        assertThat(names()).containsExactly("work");
    }

    @Test
    void a_command_that_comes_again_after_a_restart_is_neither_done_nor_answered_twice() throws Exception {
        DeliveryKey key = new DeliveryKey("update/1");
        UserMessage message = new UserMessage(CHAT, "/new work", Instant.now());
        fixture.router.handle(message, key).get(60, TimeUnit.SECONDS);
        fixture.router.handle(message, key).get(60, TimeUnit.SECONDS);
        assertThat(fixture.chat.said())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).startsWith("Session work is ready."));
    }

    @Test
    void SESS_04_new_makes_a_session_and_switches_to_it() throws Exception {
        fixture.ask("/new work planner");

        assertThat(names()).containsExactly("work");
        assertThat(session("work").persona()).isEqualTo("planner");
        assertThat(fixture.journal.activeSessions().of(CHAT.value(), 0)).contains("work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new", "/new a b c", "/new ../up", "/new ümlaut", "/new x no-such-persona", "/new taken"})
    void SESS_05_a_name_that_does_not_do_is_refused_and_nothing_changes(String command) throws Exception {
        fixture.ask("/new taken");
        fixture.ask(command);

        assertThat(names()).containsExactly("taken");
        assertThat(fixture.journal.activeSessions().of(CHAT.value(), 0)).contains("taken");
        assertThat(fixture.chat.said()).hasSize(2);
    }

    @Test
    void SESS_02_switching_keeps_the_other_session_and_its_process_and_starts_the_target() throws Exception {
        fixture.ask("/new one");
        fixture.ask("say in one");
        Long pid = session("one").pid();
        fixture.ask("/new two");
        fixture.ask("say in two");

        assertThat(fixture.ask("/session one").text()).contains("one");
        assertThat(fixture.ask("history").text()).contains("in one").doesNotContain("in two");
        assertThat(session("one").pid()).isEqualTo(pid);
        assertThat(session("two").status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void switching_to_a_session_that_is_not_there_changes_nothing() throws Exception {
        fixture.ask("/new one");
        assertThat(fixture.ask("/session two").text()).contains("no session two", "/new two");
        assertThat(fixture.journal.activeSessions().of(CHAT.value(), 0)).contains("one");
        assertThat(fixture.ask("/session").text()).contains("one");
    }

    @Test
    void SESS_03_the_list_has_the_newest_activity_first_and_marks_the_active_one() throws Exception {
        assertThat(fixture.ask("/sessions").text()).contains("no sessions");
        fixture.ask("/new older");
        fixture.ask("/new newer planner");
        fixture.ask("/session older");
        fixture.ask("say hello");

        assertThat(fixture.ask("/sessions").text().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("▸ older").contains("active", "default", "just now"),
                        second -> assertThat(second).startsWith("• newer").contains("idle", "persona planner"),
                        blank -> assertThat(blank).isEmpty(),
                        legend -> assertThat(legend).contains("▸", "/session"));
    }

    @Test
    void two_chats_can_talk_to_different_sessions() throws Exception {
        ChatId other = new ChatId(8);
        fixture.ask("/new one");
        fixture.write(other, "/new two").get(60, TimeUnit.SECONDS);
        CompletableFuture<Handled> here = fixture.write(CHAT, "say here");
        CompletableFuture<Handled> there = fixture.write(other, "say there");
        CompletableFuture.allOf(here, there).get(60, TimeUnit.SECONDS);

        assertThat(fixture.chat.said())
                .contains(new Said(CHAT, Kind.ANSWER, "here"), new Said(other, Kind.ANSWER, "there"));
    }

    @Test
    void MSG_06_messages_that_come_while_claude_works_are_answered_in_order() throws Exception {
        List<CompletableFuture<Handled>> asked = List.of("say a", "say b", "say c", "say d").stream()
                .map(text -> fixture.write(CHAT, text))
                .toList();
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

        assertThat(fixture.chat.texts(Kind.ANSWER)).containsExactly("a", "b", "c", "d");
        assertThat(session("default").turns()).isEqualTo(4);
        assertThat(fixture.chat.activities()).isZero();
    }

    @Test
    void a_session_that_was_removed_by_hand_is_told() throws Exception {
        fixture.ask("/new one");
        fixture.store.delete(SessionName.of("one"));
        assertThat(fixture.ask("say hello").text()).contains("one is not there any more");
    }

    @Test
    void help_names_every_command_and_unknown_ones_go_to_claude() throws Exception {
        assertThat(fixture.ask("/help").text()).contains("/new", "/session", "/sessions", "/start");
        assertThat(fixture.ask("/start").text()).startsWith("Hello");
        assertThat(fixture.ask("/nosuch thing").kind()).isEqualTo(Kind.ANSWER);
    }

    private List<String> names() {
        return fixture.store.list().stream().map(entry -> entry.name().value()).toList();
    }

    private Metadata session(String name) {
        return fixture.store.get(SessionName.of(name)).metadata();
    }
}
