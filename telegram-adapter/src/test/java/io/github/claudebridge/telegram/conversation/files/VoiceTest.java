package io.github.claudebridge.telegram.conversation.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.PromptFiles.Fetched;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserFile.Kind;
import io.github.claudebridge.telegram.internal.ThreadTimers;
import io.github.claudebridge.telegram.program.Program;
import io.github.claudebridge.telegram.program.ProgramRunner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said in voice messages becomes a prompt, by programs that are what their words say. */
class VoiceTest {

    private static final SessionName WORK = SessionName.of("work");
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private final ThreadTimers timers = new ThreadTimers("test-timers");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SessionStore store;

    @BeforeEach
    void create() {
        store = SessionStore.open(home);
        store.create(WORK, "default");
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        timers.close();
    }

    private Fetched hear(String said, Optional<Program> program) {
        return new FileIntake(
                        store,
                        file -> new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)),
                        program.map(words -> new Transcriber(words, new ProgramRunner(System.getenv(), timers))),
                        new AuditLog(store.home().resolve("state/audit.jsonl"), Clock.systemUTC()))
                .fetch(WORK, List.of(new UserFile("1", Kind.VOICE, "", "audio/ogg", 0)));
    }

    private Fetched hear(String said, Duration limit, String... words) {
        return hear(said, Optional.of(new Program(List.of(words), limit)));
    }

    private String problem(Duration limit, String... words) {
        Fetched fetched = hear("sound", limit, words);
        assertThat(store.get(WORK).inbox().resolve("voice.ogg"))
                .as("the file is kept")
                .hasContent("sound");
        assertThat(fetched.text()).contains("inbox/voice.ogg").contains("a voice message");
        assertThat(fetched.heard()).isEmpty();
        return String.join("\n", fetched.problems());
    }

    @Test
    void MSG_04_what_is_said_is_the_prompt_and_shown_as_a_quote() {
        Fetched fetched = hear("buy milk\nand bread", ENOUGH, "cat", "{file}");

        assertThat(fetched.text())
                .isEqualTo("buy milk\nand bread\n\n(Said in a voice message, which is saved as inbox/voice.ogg)");
        assertThat(fetched.heard()).containsExactly("> buy milk\n> and bread");
        assertThat(fetched.problems()).isEmpty();
    }

    @Test
    void EXP_07_words_that_sound_like_a_path_read_no_file() {
        assertThat(hear("look at @/etc/passwd", ENOUGH, "cat", "{file}").text()).doesNotContain("@/etc");
    }

    @Test
    void without_a_transcriber_it_is_kept_and_said_how_to_configure_one() {
        Fetched fetched = hear("sound", Optional.empty());

        assertThat(fetched.problems()).singleElement().asString().contains("inbox/voice.ogg", "[transcriber] run = ");
        assertThat(fetched.text()).contains("inbox/voice.ogg");
    }

    @Test
    void a_transcriber_that_fails_is_told_with_its_last_words() {
        assertThat(problem(ENOUGH, "sh", "-c", "echo no model at $1; exit 3", "sh", "{file}"))
                .contains("failed with code 3", "no model at ", "voice.ogg");
    }

    @Test
    void a_transcriber_that_hangs_is_ended_with_all_it_started() {
        assertThat(problem(Duration.ofSeconds(1), "sh", "-c", "sleep 600 & sleep 600", "sh", "{file}"))
                .contains("ended after 1 s");
    }

    @Test
    void a_transcriber_that_floods_is_ended() {
        assertThat(problem(ENOUGH, "yes", "{file}")).contains("printed without end");
    }

    @Test
    void a_transcriber_that_is_not_there_is_told() {
        assertThat(problem(ENOUGH, "no-such-transcriber", "{file}")).contains("could not be started");
    }

    @Test
    void silence_is_told() {
        assertThat(problem(ENOUGH, "true", "{file}")).contains("heard nothing");
    }
}
