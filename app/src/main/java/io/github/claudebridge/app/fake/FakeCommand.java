package io.github.claudebridge.app.fake;

import io.github.claudebridge.app.cli.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The stand-ins as programs of their own, for tests in any language. */
@Command(
        name = "fake",
        description = "Run a stand-in for Claude Code or for Telegram's Bot API, to test other programs with.",
        subcommands = {FakeClaudeCommand.class, FakeTelegramCommand.class})
public final class FakeCommand implements Runnable {

    @Mixin
    private final Output output = new Output();

    @Override
    public void run() {
        throw output.wrong("Which of them? claude-bridge fake claude, or fake telegram");
    }
}
