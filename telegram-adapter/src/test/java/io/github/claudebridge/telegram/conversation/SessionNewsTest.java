package io.github.claudebridge.telegram.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.SuspendReason;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to the process of a session, in words. */
class SessionNewsTest {

    private static final ClaudeError DIED = new ClaudeError.ProcessDied(137, List.of());

    private final RecordingChat chat = new RecordingChat();
    private final SessionNews news = new SessionNews(chat, new Troubles(SessionName.of("work"), chat));

    private void happens(SupervisorEvent event) {
        news.tell(new ChatId(7), event);
    }

    @Test
    void PROC_04_a_crash_is_told_with_what_is_done_about_it() {
        happens(new SupervisorEvent.Crashed("work", DIED, 2, Duration.ofSeconds(4)));
        assertThat(chat.texts(Kind.NOTICE)).containsExactly("Claude has crashed. I start it again in 4 s (try 2).");
    }

    @Test
    void PROC_04_the_end_of_all_tries_rings_and_says_how_to_try_again() {
        happens(new SupervisorEvent.Crashed("work", DIED, 0, Duration.ZERO));
        happens(new SupervisorEvent.GaveUp("work", DIED));
        assertThat(chat.said()).singleElement().satisfies(said -> {
            assertThat(said.kind()).isEqualTo(Kind.FAILURE);
            assertThat(said.text()).contains("several times", "Write something");
        });
    }

    @Test
    void MSG_07_a_long_silence_is_told_with_how_to_end_it() {
        happens(new SupervisorEvent.Silent("work", Duration.ofMinutes(5)));
        assertThat(chat.texts(Kind.NOTICE)).singleElement().asString().contains("5:00", "/stop");
    }

    @Test
    void a_session_that_has_to_wait_for_room_says_so() {
        happens(new SupervisorEvent.WaitingForRoom("work"));
        assertThat(chat.texts(Kind.NOTICE)).singleElement().asString().contains("All places");
    }

    @Test
    void LIFE_01_starts_and_suspensions_are_silent() {
        happens(new SupervisorEvent.Starting("work", true, null));
        happens(new SupervisorEvent.Started("work", 1, UUID.randomUUID(), true, Duration.ofMillis(300)));
        happens(new SupervisorEvent.Suspended("work", SuspendReason.IDLE));
        assertThat(chat.said()).isEmpty();
    }
}
