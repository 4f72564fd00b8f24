package io.github.claudebridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleStoreTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path temporary;

    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(temporary.resolve("home"));
        store.create(WORK, "default");
    }

    private Path file() {
        return store.home().resolve("state/rules/work.json");
    }

    @Test
    void rules_are_kept_once_in_their_order_and_private_to_the_owner() throws IOException {
        store.rules().add(WORK, "b");
        store.rules().add(WORK, "a");
        store.rules().add(WORK, "b");

        assertThat(SessionStore.open(store.home()).rules().of(WORK)).containsExactly("b", "a");
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void I_18_rules_do_not_come_back_with_another_session_of_the_same_name() {
        store.rules().add(WORK, "a");
        store.delete(WORK);
        store.create(WORK, "default");

        assertThat(store.rules().of(WORK)).isEmpty();
    }

    @Test
    void rules_go_along_when_a_session_is_renamed() {
        SessionName other = SessionName.of("other");
        store.rules().add(WORK, "a");
        store.rename(WORK, other);

        assertThat(store.rules().of(other)).containsExactly("a");
        assertThat(store.rules().of(WORK)).isEmpty();
    }

    @Test
    void rules_that_cannot_be_understood_allow_nothing() throws IOException {
        store.rules().add(WORK, "a");
        Files.writeString(file(), "{\"rules\": [1]}");

        assertThat(store.rules().of(WORK)).isEmpty();
    }

    @Test
    void the_oldest_make_room_and_what_is_too_long_is_not_kept() {
        for (int i = 0; i <= RuleStore.MOST; i++) {
            store.rules().add(WORK, "rule " + i);
        }
        store.rules().add(WORK, "x".repeat(4_001));

        assertThat(store.rules().of(WORK))
                .hasSize(RuleStore.MOST)
                .startsWith("rule 1")
                .endsWith("rule " + RuleStore.MOST);
    }

    @Test
    void a_session_that_is_not_there_gets_no_rules() {
        SessionName none = SessionName.of("none");
        assertThatThrownBy(() -> store.rules().add(none, "a")).isInstanceOf(SessionNotFoundException.class);
        assertThat(store.rules().of(none)).isEmpty();
    }
}
