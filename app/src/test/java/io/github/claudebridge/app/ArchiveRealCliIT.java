package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.Attachment;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.archive.VerifiedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealCli
class ArchiveRealCliIT {

    private static final SessionName OLD = SessionName.of("old");
    private static final SessionName NEW = SessionName.of("new");

    @TempDir
    Path folder;

    @Test
    void I_11_a_session_restored_under_another_name_in_another_home_goes_on_with_its_history() throws Exception {
        UUID id = UUID.randomUUID();
        VerifiedArchive archive;
        try (RealClaude claude = RealClaude.in(folder.resolve("claude-before"))) {
            SessionStore store = SessionStore.open(folder.resolve("home-before"));
            Session session = store.create(OLD, "default");
            assertThat(ask(session, claude, builder -> builder.sessionId(id), "say remember the milk")
                            .text())
                    .isEqualTo("remember the milk");
            store.update(OLD, edit -> edit.claudeSessionId(id).hasHistory(true));
            Attachment transcript =
                    new Attachment("transcript.jsonl", transcript(claude.configDirectory(), id), "transcript");
            archive = Archives.of(store).archive(OLD, ArchiveOptions.defaults().withAttachments(List.of(transcript)));
            assertThat(store.find(OLD)).isEmpty();
        }
        try (RealClaude claude = RealClaude.in(folder.resolve("claude-after"))) {
            SessionStore store = SessionStore.open(folder.resolve("home-after"));
            Path projects = Files.createDirectories(
                    claude.configDirectory().resolve("projects").resolve("restored"));
            Archives.of(store)
                    .restore(
                            archive.file(),
                            RestoreOptions.defaults()
                                    .withName(NEW)
                                    .withPlacement(
                                            (attachment, session) -> Optional.of(projects.resolve(id + ".jsonl"))));
            Session session = store.get(NEW);
            assertThat(session.metadata().claudeSessionId()).isEqualTo(id);
            assertThat(session.metadata().hasHistory()).isTrue();
            assertThat(ask(session, claude, builder -> builder.resume(id), "history")
                            .text())
                    .contains("say remember the milk");
        }
    }

    private interface Identity {
        ClaudeProcessBuilder of(ClaudeProcessBuilder builder);
    }

    private static TurnResult ask(Session session, RealClaude claude, Identity identity, String prompt) {
        ClaudeProcessBuilder builder = ClaudeProcess.builder()
                .command(List.of(claude.executable().toString()))
                .environment(claude.environment())
                .directory(session.directory());
        try (ClaudeProcess process = identity.of(builder).start()) {
            return process.send(prompt).result().join();
        }
    }

    private static Path transcript(Path configDirectory, UUID id) throws IOException {
        try (Stream<Path> files = Files.walk(configDirectory.resolve("projects"))) {
            return files.filter(file -> file.endsWith(id + ".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
