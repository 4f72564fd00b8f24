package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.error.Dialog;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.testing.FakeSetup;
import io.github.claudebridge.process.testing.ScriptedFake;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stand-in does in a terminal what the contract says. */
class FakeClaudeTerminalTest extends TerminalContract {

    @TempDir
    Path home;

    @Override
    ClaudeTerminalBuilder claude() throws IOException {
        return terminal(FakeClaude.setup());
    }

    @Override
    ClaudeTerminalBuilder claudeThatAsksForTrust() throws IOException {
        return terminal(FakeClaude.setup().asks(Dialog.TRUST));
    }

    @Override
    ClaudeProcessBuilder throughPipes() throws IOException {
        return fake(FakeClaude.setup()).claude().directory(directory);
    }

    @ParameterizedTest
    @EnumSource(Dialog.class)
    void each_dialog_before_the_prompt_is_recognised(Dialog dialog) {
        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(() -> terminal(FakeClaude.setup().asks(dialog)).start())
                .extracting(ClaudeException::error)
                .satisfies(error ->
                        assertThat(((ClaudeError.DialogOpen) error).kind()).isEqualTo(dialog));
    }

    private ClaudeTerminalBuilder terminal(FakeSetup setup) throws IOException {
        ScriptedFake fake = fake(setup);
        return ClaudeTerminal.builder()
                .command(fake.command())
                .environment(fake.environment())
                .directory(directory);
    }

    private ScriptedFake fake(FakeSetup setup) throws IOException {
        ScriptedFake fake = ScriptedFake.in(home, setup);
        closeLater(fake);
        return fake;
    }
}
