package io.github.claudebridge.app.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.app.Main;
import io.github.claudebridge.app.home.HomeLock;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SessionsCommandTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path folder;

    private record Ended(int code, String output, String errors) {
        JsonNode json() throws Exception {
            return new ObjectMapper().readTree(output);
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Ended sessions(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("sessions"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", home().toString()));
        return new Ended(program.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private SessionStore work() {
        SessionStore store = SessionStore.open(home());
        store.create(WORK, "default");
        ConversationLog.of(store, WORK)
                .append(
                        new LogEntry.Prompt(Instant.parse("2026-01-31T12:00:00Z"), "1", "Ann", "Where to?"),
                        new LogEntry.Answer(
                                Instant.parse("2026-02-01T12:00:00Z"), Optional.of("1"), "To the sea.", false));
        return store;
    }

    @Test
    void a_home_that_is_not_there_is_not_made_by_looking_at_it() {
        Ended list = sessions("list");

        assertThat(list.code()).isEqualTo(66);
        assertThat(list.errors().lines()).singleElement().asString().contains(home().toString(), "--home");
        assertThat(home()).doesNotExist();
    }

    @Test
    void SESS_01_a_new_session_is_made_listed_and_shown() throws Exception {
        assertThat(sessions("new", "work", "planner"))
                .isEqualTo(new Ended(0, home().resolve("sessions/work") + "\n", ""));

        assertThat(sessions("list").output()).containsPattern("work +idle +planner +0 +\\$0.00 +just now");
        JsonNode session = sessions("list", "--json").json().get(0);
        assertThat(session.get("name").asText()).isEqualTo("work");
        assertThat(session.get("persona").asText()).isEqualTo("planner");
        assertThat(sessions("show", "work", "--json").json()).isEqualTo(session);
        assertThat(sessions("show", "work").output()).contains("Persona", "planner", "Claude's choice");
    }

    @Test
    void what_cannot_be_done_is_said_in_one_line_with_its_exit_code() {
        work();

        assertThat(List.of(
                        sessions("new", "work"),
                        sessions("new", "a/b"),
                        sessions("new", "b", "no-such"),
                        sessions("show", "nothing"),
                        sessions("archive", "nothing"),
                        sessions("restore", folder.resolve("no.tar.gz").toString()),
                        sessions("search", "x", "--limit", "0")))
                .extracting(Ended::code)
                .containsExactly(73, 2, 66, 66, 66, 66, 2);
        assertThat(sessions("show", "nothing").errors().lines()).hasSize(1);
    }

    @Test
    void a_damaged_session_does_not_hide_the_others() throws Exception {
        SessionStore store = work();
        store.create(SessionName.of("broken"), "default");
        Files.writeString(home().resolve("sessions/broken/metadata.json"), "{");

        assertThat(sessions("list").output()).containsPattern("broken +damaged").containsPattern("work +idle");
        assertThat(sessions("list", "--json").json().findValuesAsText("damaged"))
                .hasSize(1);
        assertThat(sessions("show", "broken").code()).isEqualTo(65);
    }

    @Test
    void EXP_08_an_archived_session_is_restored_under_another_name_with_what_claude_remembers() throws Exception {
        SessionStore store = work();
        UUID claude = UUID.randomUUID();
        store.update(WORK, edit -> edit.claudeSessionId(claude).hasHistory(true));
        Path claudeFolder = Files.createDirectories(folder.resolve("claude/projects/somewhere"));
        Files.writeString(claudeFolder.resolve(claude + ".jsonl"), "{}\n");
        Files.writeString(
                Files.createDirectories(claudeFolder.resolve(claude + "/tool-results"))
                        .resolve("big.txt"),
                "big");
        Files.writeString(
                home().resolve("config.toml"),
                "claude.environment = { CLAUDE_CONFIG_DIR = \"" + folder.resolve("claude") + "\" }");

        Ended archived = sessions("archive", "work");
        assertThat(archived.code()).isZero();
        assertThat(store.find(WORK)).isEmpty();
        Path archive = Path.of(archived.output().strip());
        assertThat(sessions("archives").output()).contains(archive.toString());
        assertThat(sessions("archives", "--json").json().get(0).get("session").asText())
                .isEqualTo("work");

        Files.move(claudeFolder, folder.resolve("elsewhere"));
        Ended restored = sessions("restore", archive.toString(), "--as", "again");
        assertThat(restored.code()).isZero();
        assertThat(restored.output()).isEqualTo(home().resolve("sessions/again") + "\n");
        try (Stream<Path> files = Files.walk(folder.resolve("claude"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains(claude + ".jsonl", "big.txt");
        }
    }

    @Test
    void while_a_bot_runs_nothing_is_taken_from_under_it() throws Exception {
        SessionStore store = work();
        HomeLock bot = HomeLock.take(home());
        try {
            assertThat(sessions("delete", "work", "--yes").code()).isEqualTo(75);
            assertThat(sessions("archive", "work").code()).isEqualTo(75);
        } finally {
            bot.close();
        }
        assertThat(store.find(WORK)).isPresent();

        assertThat(sessions("delete", "work", "--yes").code()).isZero();
        assertThat(store.find(WORK)).isEmpty();
    }

    @Test
    void without_a_terminal_a_session_is_deleted_only_on_an_explicit_yes() {
        SessionStore store = work();

        Ended asked = sessions("delete", "work");

        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.errors()).contains("--yes");
        assertThat(store.find(WORK)).isPresent();
    }

    @Test
    void a_search_finds_text_and_day() throws Exception {
        work();

        assertThat(sessions("search", "SEA").output()).contains("work  answer  To the sea.");
        assertThat(sessions("search", "o", "--until", "2026-01-31", "--json")
                        .json()
                        .findValuesAsText("kind"))
                .containsExactly("prompt");
        assertThat(sessions("search", "o", "--since", "2026-02-01", "--session", "work")
                        .output())
                .contains("answer")
                .doesNotContain("prompt");
        assertThat(sessions("search", "mountain").code()).isEqualTo(1);
    }

    @Test
    void an_export_is_written_to_a_new_file_only() throws Exception {
        work();
        Path file = folder.resolve("log.json");

        assertThat(sessions("export", "work", "--format", "json", "-o", file.toString())
                        .code())
                .isZero();
        assertThat(new ObjectMapper().readTree(file.toFile())).hasSize(2);
        assertThat(sessions("export", "work", "-o", file.toString()).code()).isEqualTo(73);
        assertThat(new ObjectMapper().readTree(file.toFile())).hasSize(2);
    }
}
