package io.github.claudebridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path home;

    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(home, StoreOptions.defaults().withClock(Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    @Test
    void a_new_home_has_its_folders_and_the_library_of_personas() throws IOException {
        assertThat(home.resolve("sessions")).isEmptyDirectory();
        assertThat(home.resolve("sessions_archive")).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(home.resolve("state")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(store.personas().names()).containsExactly("brainstorm", "default", "planner", "research");
    }

    @Test
    void a_persona_that_was_removed_stays_removed_but_the_default_comes_back() throws IOException {
        Files.delete(home.resolve("personas/planner.json"));
        Files.delete(home.resolve("personas/default.json"));

        assertThat(SessionStore.open(home).personas().names()).containsExactly("brainstorm", "default", "research");
    }

    @Test
    void creating_makes_an_idle_session_with_its_folder_metadata_and_persona() {
        Session session = store.create(WORK, "planner");

        assertThat(session.directory()).isEqualTo(home.resolve("sessions/work"));
        assertThat(session.inbox()).isEmptyDirectory();
        assertThat(session.outbox()).isEmptyDirectory();
        assertThat(session.persona().name()).isEqualTo("planner");
        Metadata metadata = session.metadata();
        assertThat(metadata.schema()).isEqualTo(Metadata.SCHEMA);
        assertThat(metadata.name()).isEqualTo(WORK);
        assertThat(metadata.status()).isEqualTo(SessionStatus.IDLE);
        assertThat(metadata.createdAt()).isEqualTo(NOON);
        assertThat(metadata.idleTimeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(metadata.claudeSessionId()).isNull();
        assertThat(metadata.hasHistory()).isFalse();
    }

    @Test
    void a_taken_name_is_refused_and_the_session_stays_as_it_is() throws IOException {
        store.create(WORK, "default");
        byte[] before = Files.readAllBytes(home.resolve("sessions/work/metadata.json"));

        assertThatThrownBy(() -> store.create(WORK, "planner")).isInstanceOf(SessionExistsException.class);

        assertThat(home.resolve("sessions/work/metadata.json")).hasBinaryContent(before);
    }

    @Test
    void an_unknown_persona_is_refused_with_the_names_of_the_known_ones_and_nothing_is_created() {
        assertThatThrownBy(() -> store.create(WORK, "../default"))
                .isInstanceOfSatisfying(
                        UnknownPersonaException.class,
                        e -> assertThat(e.available()).contains("default", "research"));

        assertThat(home.resolve("sessions")).isEmptyDirectory();
    }

    @Test
    void an_update_touches_only_its_own_fields_in_the_file_as_found() throws IOException {
        Session session = store.create(WORK, "default");
        Path file = session.directory().resolve("metadata.json");
        String edited = Files.readString(file)
                .replace("\"model\" : null", "\"model\" : \"opus\"")
                .replaceFirst("\\{", "{ \"my_note\" : {\"deep\": [1.50, 12345678901234567890]},");
        Files.writeString(file, edited);

        store.update(WORK, edit -> edit.status(SessionStatus.ACTIVE));

        assertThat(session.metadata().model()).isEqualTo("opus");
        assertThat(session.metadata().status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(Files.readString(file)).contains("1.50", "12345678901234567890", "my_note");
    }

    @Test
    void an_edit_by_hand_is_seen_by_the_next_read() throws IOException {
        Session session = store.create(WORK, "default");
        Path persona = session.directory().resolve("persona.json");
        Files.writeString(persona, "{\"name\":\"mine\",\"system_prompt\":\"Be brief.\"}");

        assertThat(session.persona().systemPrompt()).isEqualTo("Be brief.");
    }

    @Test
    void a_completed_turn_adds_up_turns_and_cost() {
        store.create(WORK, "default");
        store.update(WORK, edit -> edit.turnCompleted(NOON, new BigDecimal("0.10")));
        Metadata metadata =
                store.update(WORK, edit -> edit.turnCompleted(NOON.plusSeconds(60), new BigDecimal("0.25")));

        assertThat(metadata.turns()).isEqualTo(2);
        assertThat(metadata.totalCostUsd()).isEqualByComparingTo("0.35");
        assertThat(metadata.hasHistory()).isTrue();
        assertThat(metadata.lastActivityAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void a_new_claude_session_id_moves_the_former_one_to_the_earlier_ones() {
        store.create(WORK, "default");
        UUID first = new UUID(1, 1);
        UUID second = new UUID(2, 2);
        store.update(WORK, edit -> edit.claudeSessionId(first));
        store.update(WORK, edit -> edit.claudeSessionId(first));
        Metadata metadata = store.update(WORK, edit -> edit.claudeSessionId(second));

        assertThat(metadata.claudeSessionId()).isEqualTo(second);
        assertThat(metadata.earlierClaudeSessionIds()).containsExactly(first);
    }

    @Test
    void an_update_of_a_missing_session_says_so() {
        assertThatThrownBy(() -> store.update(WORK, edit -> edit.noProcess()))
                .isInstanceOf(SessionNotFoundException.class);
        assertThat(store.find(WORK)).isEmpty();
    }

    @Test
    void the_list_is_sorted_by_newest_activity_and_shows_damage_without_hiding_the_others() throws IOException {
        for (String name : new String[] {"old", "broken", "new"}) {
            store.create(SessionName.of(name), "default");
        }
        store.update(SessionName.of("old"), edit -> edit.lastActivityAt(NOON.minusSeconds(3600)));
        Files.writeString(home.resolve("sessions/broken/metadata.json"), "{\"created_at\": \"yesterday\"}");
        Files.createDirectory(home.resolve("sessions/not a name"));

        assertThat(store.list()).extracting(entry -> entry.name().value()).containsExactly("broken", "new", "old");
        assertThat(store.list().get(0)).isInstanceOfSatisfying(SessionEntry.Damaged.class, damaged -> {
            assertThat(damaged.reason()).contains("created_at");
            assertThat(damaged.lastGoodCopy()).isPresent();
        });
    }

    @Test
    void a_damaged_session_is_repaired_from_its_last_good_copy() throws IOException {
        store.create(WORK, "default");
        store.update(WORK, edit -> edit.model("haiku"));
        Files.writeString(home.resolve("sessions/work/metadata.json"), "{ half");
        assertThatThrownBy(() -> store.update(WORK, edit -> edit.model("opus")))
                .isInstanceOf(DamagedSessionException.class)
                .hasMessageContaining("metadata.json is not valid JSON");

        assertThat(store.repair(WORK).model()).isEqualTo("haiku");
        assertThat(store.get(WORK).metadata().model()).isEqualTo("haiku");
    }

    @Test
    void a_damaged_session_can_be_renamed() throws IOException {
        store.create(WORK, "default");
        Files.writeString(home.resolve("sessions/work/metadata.json"), "{ half");

        SessionName other = SessionName.of("other");
        assertThat(store.rename(WORK, other).directory()).isEqualTo(home.resolve("sessions/other"));
        assertThat(store.list()).singleElement().isInstanceOf(SessionEntry.Damaged.class);
        assertThat(store.repair(other).name()).isEqualTo(other);
    }

    @Test
    void a_home_that_is_made_here_is_its_owners_alone_and_another_keeps_its_mode() throws IOException {
        Path made = SessionStore.open(home.resolve("a/b")).home();
        assertThat(Files.getPosixFilePermissions(made)).isEqualTo(PosixFilePermissions.fromString("rwx------"));

        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-x---"));
        SessionStore.open(made);
        assertThat(Files.getPosixFilePermissions(made)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }

    @Test
    void a_home_may_be_reached_through_a_link() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), Files.createDirectory(home.resolve("real")));
        SessionStore one = SessionStore.open(link);
        SessionStore other = SessionStore.open(home.resolve("real"));
        one.create(WORK, "default");

        assertThat(one.home()).isEqualTo(other.home());
        other.update(WORK, edit -> edit.model("opus"));
        assertThat(one.get(WORK).metadata().model()).isEqualTo("opus");
    }

    @Test
    void an_edit_that_writes_to_its_own_session_is_told_that_it_is_busy() {
        SessionStore hasty = SessionStore.open(home, StoreOptions.defaults().withLockPatience(Duration.ofMillis(50)));
        hasty.create(WORK, "default");

        assertThatThrownBy(() -> hasty.update(WORK, edit -> hasty.update(WORK, inner -> inner.model("opus"))))
                .isInstanceOf(SessionBusyException.class);
    }

    @Test
    void deleting_removes_the_folder_and_the_name_is_free_again() {
        store.create(WORK, "default");
        store.delete(WORK);

        assertThat(store.find(WORK)).isEmpty();
        assertThat(home.resolve("sessions")).isEmptyDirectory();
        assertThat(store.create(WORK, "default").metadata().turns()).isZero();
    }
}
