package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.SessionInit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final UUID OLD = new UUID(0, 1);
    private static final UUID ANNOUNCED = new UUID(0, 2);
    private static final UUID NEW = new UUID(0, 3);

    private final Identity identity = new Identity(OLD, false);

    private static SessionInit init(String session) {
        return new SessionInit(session, "", "", "", "", List.of(), List.of(), Set.of(), List.of());
    }

    private static Output answer() {
        return new Output("hi", false, "m", null, false, false);
    }

    @Test
    void has_a_history_once_something_was_answered() {
        identity.observe(init(OLD.toString()));
        assertThat(identity.hasHistory()).isFalse();
        identity.observe(answer());
        assertThat(identity.hasHistory()).isTrue();
    }

    @Test
    void never_resumes_a_conversation_that_was_dropped() {
        identity.observe(answer());
        identity.observe(new ConversationReset(ANNOUNCED.toString(), "clear"));
        assertThat(identity.id()).isNotIn(OLD, ANNOUNCED);
        assertThat(identity.hasHistory()).isFalse();
        identity.observe(init(NEW.toString()));
        assertThat(identity.id()).isEqualTo(NEW);
        assertThat(identity.hasHistory()).isFalse();
        identity.observe(answer());
        assertThat(identity.hasHistory()).isTrue();
    }

    @Test
    void keeps_its_id_when_the_cli_names_none() {
        identity.observe(init(""));
        identity.observe(init("../../etc"));
        assertThat(identity.id()).isEqualTo(OLD);
    }

    @Test
    void the_answer_of_a_slash_command_is_no_history() {
        identity.observe(new Output("cost", false, "m", null, true, false));
        assertThat(identity.hasHistory()).isFalse();
    }
}
