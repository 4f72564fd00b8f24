package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command line does in a terminal what the contract says. */
@RealCli
class RealClaudeTerminalTest extends TerminalContract {

    private final RealClaude real;

    RealClaudeTerminalTest(@TempDir Path home) throws IOException {
        real = RealClaude.in(home);
    }

    @BeforeEach
    void stopTheApiLater() {
        closeLater(real);
    }

    @Override
    ClaudeTerminalBuilder claude() throws IOException {
        real.prepareTerminal(directory);
        return terminal();
    }

    @Override
    ClaudeTerminalBuilder claudeThatAsksForTrust() throws IOException {
        real.prepareTerminal(null);
        return terminal();
    }

    @Override
    ClaudeProcessBuilder throughPipes() {
        return ClaudeProcess.builder()
                .command(List.of(real.executable().toString()))
                .environment(real.environment())
                .directory(directory);
    }

    @Test
    void the_first_start_of_all_is_told_and_not_hung_at() {
        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(() -> terminal().start())
                .extracting(ClaudeException::error)
                .isInstanceOfAny(ClaudeError.DialogOpen.class, ClaudeError.ProcessDied.class);
    }

    private ClaudeTerminalBuilder terminal() {
        return ClaudeTerminal.builder()
                .command(List.of(real.executable().toString()))
                .environment(real.environment())
                .directory(directory);
    }
}
