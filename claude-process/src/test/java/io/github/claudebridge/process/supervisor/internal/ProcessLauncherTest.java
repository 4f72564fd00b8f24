package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.support.ScriptedCli;
import io.github.claudebridge.process.transport.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A start that fails half-way leaves nothing behind: no process, no lock. */
class ProcessLauncherTest {

    private final ScriptedCli cli = new ScriptedCli();
    private final FakeResources resources = new FakeResources();
    private final ConversationSpec spec =
            ConversationSpec.fresh(Path.of("/"), UUID.randomUUID()).withTransport(cli);

    private void launch(ProcessStarter starter) {
        Launcher launcher = new ProcessLauncher(key -> spec, (key, described) -> resources, starter, Clock.systemUTC());
        launcher.launch(
                "a", new Watcher(new Ignoring(), (id, completed) -> {}), new History(), new Lifeline(), r -> {});
    }

    @Test
    void a_process_that_runs_when_its_start_fails_is_ended() {
        ProcessStarter failing = (described, resume, transport, listener) -> {
            transport.start(new Launch(List.of("claude"), Path.of("/"), Map.of()));
            throw new UncheckedIOException(new IOException("The disk is full"));
        };

        assertThatThrownBy(() -> launch(failing)).isInstanceOf(UncheckedIOException.class);
        assertThat(cli.connection().isTreeAlive()).isFalse();
        assertThat(resources.closed).isEqualTo(1);
    }

    @Test
    void a_process_that_is_ready_but_cannot_be_noted_is_ended() {
        resources.cannotBeHeld = true;
        ProcessStarter ready = (described, resume, transport, listener) -> {
            transport.start(new Launch(List.of("claude"), Path.of("/"), Map.of()));
            return new FakeProcess(described, resume, listener);
        };

        assertThatThrownBy(() -> launch(ready)).hasMessage("The disk is full");
        assertThat(cli.connection().isTreeAlive()).isFalse();
        assertThat(resources.closed).isEqualTo(1);
    }

    @Test
    void what_is_started_after_the_lifeline_was_cut_is_ended_at_once() {
        Lifeline lifeline = new Lifeline();
        lifeline.cut();
        lifeline.over(cli).start(new Launch(List.of("claude"), Path.of("/"), Map.of()));

        assertThat(cli.connection().isTreeAlive()).isFalse();
    }

    private static final class Ignoring implements Watcher.Observer {

        @Override
        public void activity() {}

        @Override
        public void tasksEnded() {}

        @Override
        public void silent(Duration silence) {}
    }
}
