package io.github.claudebridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantStoreTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path temporary;

    private Path root;
    private SessionStore store;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectories(temporary.resolve("projects"));
        store = SessionStore.open(
                temporary.resolve("home"), StoreOptions.defaults().withRoots(List.of(root)));
        store.create(WORK, "default");
    }

    @Test
    void a_new_session_asks_and_is_trusted_in_its_own_folder() {
        assertThat(store.grants().of(WORK)).isEqualTo(Grants.least().withTrusted(true));
        assertThat(store.grants().workingDirectory(WORK))
                .isEqualTo(store.get(WORK).directory());
        assertThat(store.grants().request(WORK)).isEmpty();
    }

    @Test
    void a_folder_put_there_by_hand_has_least_rights() throws IOException {
        Path copy = Files.createDirectory(store.home().resolve("sessions/copy"));
        Files.copy(store.get(WORK).directory().resolve("metadata.json"), copy.resolve("metadata.json"));

        assertThat(store.grants().of(SessionName.of("copy"))).isEqualTo(Grants.least());
    }

    @Test
    void what_is_granted_is_read_back_private_to_the_owner_and_mirrored() throws IOException {
        Path project = Files.createDirectory(root.resolve("project"));
        Grants granted = store.grants()
                .change(
                        WORK,
                        grants -> grants.withDirectory(Optional.of(project))
                                .withPermissionMode(PermissionMode.ACCEPT_EDITS)
                                .withDailyBudgetUsd(Optional.of(new BigDecimal("2.50")))
                                .withDailyTurns(OptionalInt.of(20))
                                .withOwner(OptionalLong.of(5))
                                .withSharedWith(Set.of(7L, 42L)));

        assertThat(store.grants().of(WORK)).isEqualTo(granted);
        assertThat(granted.trusted()).isFalse();
        assertThat(store.grants().workingDirectory(WORK)).isEqualTo(project.toRealPath());
        assertThat(Files.getPosixFilePermissions(store.home().resolve("state/grants/work.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(store.get(WORK).metadata().directory())
                .isEqualTo(project.toRealPath().toString());
        assertThat(store.grants().request(WORK)).isEmpty();
    }

    @Test
    void an_edit_in_the_folder_grants_nothing_and_is_reported_as_a_request() throws IOException {
        Path metadata = store.get(WORK).directory().resolve("metadata.json");
        Files.writeString(
                metadata,
                Files.readString(metadata)
                        .replace("\"ask\"", "\"bypass\"")
                        .replace("\"directory\" : null", "\"directory\" : \"/\""));

        assertThat(store.grants().of(WORK).permissionMode()).isEqualTo(PermissionMode.ASK);
        assertThat(store.grants().workingDirectory(WORK))
                .isEqualTo(store.get(WORK).directory());
        assertThat(store.grants().request(WORK)).contains(new GrantRequest(Optional.of("/"), Optional.of("bypass")));
    }

    @Test
    void a_directory_outside_the_roots_is_refused_also_through_a_link() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Path link = Files.createSymbolicLink(root.resolve("link"), outside);

        for (Path refused : List.of(outside, link, root.resolve("../outside"), root.resolve("missing"))) {
            assertThatThrownBy(() -> store.grants().change(WORK, g -> g.withDirectory(Optional.of(refused))))
                    .as("%s", refused)
                    .isInstanceOf(DirectoryRefusedException.class);
        }
        assertThat(store.grants().of(WORK).directory()).isEmpty();
    }

    @Test
    void the_home_itself_is_refused_even_below_a_root() {
        SessionStore wide =
                SessionStore.open(store.home(), StoreOptions.defaults().withRoots(List.of(temporary)));

        assertThatThrownBy(() -> wide.grants()
                        .change(
                                WORK,
                                g -> g.withDirectory(Optional.of(store.home().resolve("state")))))
                .isInstanceOf(DirectoryRefusedException.class)
                .hasMessageContaining("claude-bridge itself");
    }

    @Test
    void a_directory_that_contains_the_home_is_refused() {
        SessionStore wide =
                SessionStore.open(store.home(), StoreOptions.defaults().withRoots(List.of(temporary)));

        assertThatThrownBy(() -> wide.grants().change(WORK, g -> g.withDirectory(Optional.of(temporary))))
                .isInstanceOf(DirectoryRefusedException.class)
                .hasMessageContaining("contains what belongs to claude-bridge itself");
    }

    @Test
    void a_repair_takes_damaged_rights_away() throws IOException {
        Files.writeString(store.home().resolve("state/grants/work.json"), "{\"permission_mode\":\"everything\"}");

        store.repair(WORK);

        assertThat(store.grants().of(WORK)).isEqualTo(Grants.least());
    }

    @Test
    void a_granted_directory_that_becomes_a_link_is_refused() throws IOException {
        Path project = Files.createDirectory(root.resolve("project"));
        Path other = Files.createDirectory(root.resolve("other"));
        store.grants().change(WORK, grants -> grants.withDirectory(Optional.of(project)));
        Files.delete(project);
        Files.createSymbolicLink(project, other);

        assertThatThrownBy(() -> store.grants().workingDirectory(WORK))
                .isInstanceOf(DirectoryRefusedException.class)
                .hasMessageContaining("has become a link");
    }

    @Test
    void damaged_grants_are_an_error_and_no_right() throws IOException {
        Files.writeString(store.home().resolve("state/grants/work.json"), "{\"permission_mode\":\"everything\"}");

        assertThatThrownBy(() -> store.grants().of(WORK))
                .isInstanceOf(DamagedSessionException.class)
                .hasMessageContaining("permission_mode must be one of plan, ask");
    }

    @Test
    void rights_move_with_a_rename_and_vanish_with_the_session() {
        store.grants().change(WORK, grants -> grants.withPermissionMode(PermissionMode.PLAN));
        SessionName other = SessionName.of("other");
        Session renamed = store.rename(WORK, other);

        assertThat(store.find(WORK)).isEmpty();
        assertThat(renamed.metadata().name()).isEqualTo(other);
        assertThat(store.grants().of(other).permissionMode()).isEqualTo(PermissionMode.PLAN);

        store.delete(other);
        assertThat(store.home().resolve("state/grants")).isEmptyDirectory();
        store.create(WORK, "default");
        assertThat(store.grants().of(WORK).permissionMode()).isEqualTo(PermissionMode.ASK);
    }

    @Test
    void a_rename_onto_a_taken_name_changes_nothing() {
        SessionName other = SessionName.of("other");
        store.create(other, "planner");

        assertThatThrownBy(() -> store.rename(WORK, other)).isInstanceOf(SessionExistsException.class);
        assertThat(store.get(WORK).persona().name()).isEqualTo("default");
        assertThat(store.get(other).persona().name()).isEqualTo("planner");
    }
}
