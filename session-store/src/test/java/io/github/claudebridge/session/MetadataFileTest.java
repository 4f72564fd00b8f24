package io.github.claudebridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataFileTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path home;

    private SessionStore store;
    private Path file;

    @BeforeEach
    void create() {
        store = SessionStore.open(home);
        file = store.create(WORK, "default").directory().resolve("metadata.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"created_at":"2026-01-01T00:00:00Z","schema":2}                       | schema is of a newer version
                    {"created_at":"2026-01-01T00:00:00Z","schema":"1"}                     | schema must be a whole number
                    {"created_at":"2026-13-01T00:00:00Z","schema":1}                       | created_at must be a time
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"status":"asleep"}     | status must be one of idle, active, suspended
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"idle_timeout":0}      | idle_timeout must be a whole number from 1
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"idle_timeout":1e99}   | idle_timeout must be a whole number
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"turns":-1}            | turns must be a whole number
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"total_cost_usd":-0.1} | total_cost_usd must be a number
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"claude_session_id":"--model"} | claude_session_id must be a UUID
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"pid":99999999999999999999}    | pid must be a whole number
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"schema":1}            | is not valid JSON
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"total_cost_usd":1e-999999999} | total_cost_usd must be a number
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"total_cost_usd":1e99999999}   | total_cost_usd must be a number
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"total_cost_usd":1e-9999949999}| is not valid JSON
                    {"created_at":"+999999999-12-31T23:59:59Z","schema":1}                 | created_at must be a time
                    {"created_at":"2026-01-01T00:00:00Z","schema":1,"model":"--mcp-config"} | model must be an alias or id
                    []                                                                     | is not a JSON object
                    {}{}                                                                   | is not valid JSON
                    """)
    void what_is_wrong_in_the_file_is_named(String content, String complaint) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> store.get(WORK).metadata())
                .isInstanceOf(DamagedSessionException.class)
                .hasMessageContaining(complaint);
        assertThat(file).hasContent(content);
    }

    @Test
    void neither_a_link_nor_a_pipe_nor_a_folder_nor_a_huge_file_is_read() throws Exception {
        Path elsewhere = Files.move(file, home.resolve("elsewhere.json"));
        Files.createSymbolicLink(file, elsewhere);
        assertDamaged();

        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        assertDamaged();

        Files.delete(file);
        Files.createDirectory(file);
        assertDamaged();

        Files.delete(file);
        Files.writeString(file, "{\"x\":\"" + "y".repeat(2_000_000) + "\"}");
        assertDamaged();

        Files.delete(file);
        assertDamaged();
        assertThat(store.repair(WORK).persona()).isEqualTo("default");
    }

    @Test
    void a_link_in_the_place_of_the_file_is_replaced_and_what_it_points_to_is_not_written() throws IOException {
        Path elsewhere = Files.copy(file, home.resolve("elsewhere.json"));
        byte[] before = Files.readAllBytes(elsewhere);
        Files.createSymbolicLink(file.resolveSibling(".metadata.json.tmp"), elsewhere);

        store.update(WORK, edit -> edit.model("opus"));

        assertThat(elsewhere).hasBinaryContent(before);
        assertThat(store.get(WORK).metadata().model()).isEqualTo("opus");
    }

    @Test
    void a_folder_in_the_place_of_a_temporary_file_stops_nothing() throws IOException {
        Files.createDirectories(file.resolveSibling(".metadata.json.tmp/x"));

        store.update(WORK, edit -> edit.model("opus"));

        assertThat(store.get(WORK).metadata().model()).isEqualTo("opus");
        assertThat(home.resolve("sessions")).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void the_permissions_of_the_file_are_kept() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

        store.update(WORK, edit -> edit.model("opus"));

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    }

    @Test
    void a_model_that_cannot_be_one_is_not_written() {
        assertThatThrownBy(() -> store.update(WORK, edit -> edit.model("opus --print")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.get(WORK).metadata().model()).isNull();
    }

    @Test
    void an_edit_that_is_saved_during_an_update_is_not_lost() {
        store.update(WORK, edit -> {
            if (edit.current().model() == null) {
                saveByHand("opus");
            }
            edit.status(SessionStatus.ACTIVE);
        });

        assertThat(store.get(WORK).metadata().model()).isEqualTo("opus");
        assertThat(store.get(WORK).metadata().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void a_session_that_is_a_link_is_no_session() throws IOException {
        Files.createSymbolicLink(home.resolve("sessions/link"), home.resolve("sessions/work"));

        assertThat(store.find(SessionName.of("link"))).isEmpty();
        assertThat(store.list()).hasSize(1);
        assertThatThrownBy(() -> store.update(SessionName.of("link"), edit -> edit.model("opus")))
                .isInstanceOf(SessionNotFoundException.class);
        assertThatThrownBy(() -> store.create(SessionName.of("link"), "default"))
                .isInstanceOf(SessionExistsException.class);
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> store.get(WORK).metadata()).isInstanceOf(DamagedSessionException.class);
    }

    private void saveByHand(String model) {
        try {
            Files.writeString(
                    file, Files.readString(file).replace("\"model\" : null", "\"model\" : \"" + model + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
