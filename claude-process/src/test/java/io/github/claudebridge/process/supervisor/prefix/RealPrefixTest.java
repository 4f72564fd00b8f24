package io.github.claudebridge.process.supervisor.prefix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real command line behind each kind of prefix. */
@RealCli
@NeedsRoot
class RealPrefixTest {

    private final UUID session = UUID.randomUUID();

    @TempDir
    Path folder;

    @TempDir
    Path state;

    @ParameterizedTest
    @EnumSource
    void a_conversation_goes_on_after_a_pause(Way way) throws Exception {
        Path home = Files.createDirectory(folder.resolve("claude"));
        try (Worker worker = new Worker(folder);
                Sshd sshd = new Sshd(Files.createDirectory(folder.resolve("ssh")));
                RealClaude claude = RealClaude.in(home)) {
            Path executable = folder.resolve("claude-cli");
            Worker.run("cp", "--reflink=auto", claude.executable().toRealPath().toString(), executable.toString());
            Path work = worker.directory("work");
            worker.own(home);
            List<String> words = new ArrayList<>(List.of("env"));
            Map<String, String> environment = claude.environment();
            // The supervisor places it, and its place is closed to the other user.
            environment.remove("CLAUDE_CODE_TMPDIR");
            environment.forEach((name, value) -> words.add(name + "=" + value));
            words.add(executable.toString());

            AtomicBoolean history = new AtomicBoolean();
            try (Supervisor supervisor = Supervisor.of(key -> ConversationSpec.of(work, session, history.get())
                            .withTransport(way.transport(worker, sshd, work.toString()))
                            .with(builder -> builder.command(way.command(worker, words))))
                    .stateFolder(state)
                    .build()) {
                assertThat(ask(supervisor, "say hello")).isEqualTo("hello");
                history.set(true);
                supervisor.suspend("a").get(90, TimeUnit.SECONDS);
                assertThat(ask(supervisor, "history")).isEqualTo("say hello / history");
            }
        }
    }

    private static String ask(Supervisor supervisor, String prompt) {
        return supervisor
                .send("a", Prompt.of(prompt))
                .result()
                .orTimeout(90, TimeUnit.SECONDS)
                .join()
                .text();
    }
}
