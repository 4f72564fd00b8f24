package io.github.claudebridge.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The stand-ins as programs of their own, for tests in any language. */
@Command(
        name = "fake",
        description = "Run a stand-in for Claude Code or for Telegram's Bot API, to test other programs with.",
        subcommands = {FakeClaudeCommand.class, FakeTelegramCommand.class})
final class FakeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of them? claude-bridge fake claude, or fake telegram");
    }
}
