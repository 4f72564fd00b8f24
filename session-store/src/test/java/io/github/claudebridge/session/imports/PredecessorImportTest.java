package io.github.claudebridge.session.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.DamagedSessionException;
import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.SessionExistsException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredecessorImportTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path temporary;

    private Path old;
    private SessionStore store;
    private PredecessorImport imports;

    @BeforeEach
    void fill() throws IOException {
        old = temporary.resolve("old");
        store = SessionStore.open(temporary.resolve("home"));
        imports = new PredecessorImport(store);
        Path folder = Files.createDirectories(old.resolve("sessions/work"));
        Files.writeString(folder.resolve("metadata.json"), """
                {"name": "work", "status": "active", "created": "2026-01-02T03:04:05.678901",
                 "last_activity": "2026-02-03T04:05:06+00:00", "persona": "coder", "pid": 4711,
                 "idle_timeout": 900, "model": "opus", "chat_id": 42}
                """);
        Files.writeString(
                folder.resolve("persona.json"),
                "{\"name\": \"coder\", \"description\": \"\", \"system_prompt\": \"Code.\", \"settings\": {\"max_turns\": null}}");
        Files.writeString(folder.resolve("result.txt"), "kept");
        Files.createDirectories(folder.resolve(".claude"));
        Files.writeString(folder.resolve(".claude/settings.json"), "{}");
        Files.createSymbolicLink(folder.resolve("secret"), temporary.resolve("elsewhere"));
    }

    @Test
    void a_session_is_found_and_copied_without_touching_the_original() throws IOException {
        Map<String, String> before = content(old);
        assertThat(imports.find(old)).containsExactly(new FoundSession(WORK, old.resolve("sessions/work")));

        ImportedSession imported = imports.take(imports.find(old).get(0), WORK);

        assertThat(imported.session().metadata()).satisfies(metadata -> {
            assertThat(metadata.status()).isEqualTo(SessionStatus.SUSPENDED);
            assertThat(metadata.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678901Z"));
            assertThat(metadata.lastActivityAt()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
            assertThat(metadata.idleTimeout()).isEqualTo(Duration.ofMinutes(15));
            assertThat(metadata.model()).isEqualTo("opus");
            assertThat(metadata.pid()).isNull();
            assertThat(metadata.claudeSessionId()).isNull();
        });
        Path folder = imported.session().directory();
        assertThat(folder.resolve("metadata.json")).content().contains("\"chat_id\" : 42");
        assertThat(imported.session().persona().systemPrompt()).isEqualTo("Code.");
        assertThat(folder.resolve("result.txt")).hasContent("kept");
        assertThat(imported.setAside()).containsExactly(".claude/settings.json");
        assertThat(imported.leftOut()).containsExactly("secret");
        assertThat(store.grants().of(WORK)).isEqualTo(Grants.least());
        assertThat(content(old)).isEqualTo(before);
    }

    @Test
    void an_unusable_persona_is_kept_aside_and_replaced_by_the_default() throws IOException {
        Files.writeString(old.resolve("sessions/work/persona.json"), "{}");

        ImportedSession imported = imports.take(imports.find(old).get(0), WORK);

        assertThat(imported.personaReplaced()).isTrue();
        assertThat(imported.session().persona().name()).isEqualTo("default");
        assertThat(imported.session().directory().resolve("persona.json.unusable"))
                .hasContent("{}");
    }

    @Test
    void a_taken_name_is_refused_and_another_one_works() {
        store.create(WORK, "default");
        FoundSession found = imports.find(old).get(0);

        assertThatThrownBy(() -> imports.take(found, WORK)).isInstanceOf(SessionExistsException.class);
        assertThat(imports.take(found, SessionName.of("work2"))
                        .session()
                        .metadata()
                        .name())
                .isEqualTo(SessionName.of("work2"));
    }

    @Test
    void damaged_metadata_is_an_error_and_nothing_is_imported() throws IOException {
        Files.writeString(old.resolve("sessions/work/metadata.json"), "{\"status\": \"active\"}");

        assertThatThrownBy(() -> imports.take(imports.find(old).get(0), WORK))
                .isInstanceOf(DamagedSessionException.class)
                .hasMessageContaining("created_at is missing");
        assertThat(store.home().resolve("sessions")).isEmptyDirectory();
    }

    @Test
    void a_folder_without_sessions_has_none() {
        assertThat(imports.find(temporary.resolve("nothing"))).isEmpty();
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                content.put(
                        root.relativize(path) + " " + Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS),
                        Files.isRegularFile(path) && !Files.isSymbolicLink(path) ? Files.readString(path) : "");
            }
        }
        return content;
    }
}
