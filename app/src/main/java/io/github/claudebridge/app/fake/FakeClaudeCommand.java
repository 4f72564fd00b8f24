package io.github.claudebridge.app.fake;

import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.process.testing.FakeClaude;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The stand-in for the Claude Code command line. */
@Command(
        name = "claude",
        description = "Speak the protocol of the claude command, without network, account or cost.",
        footer = {
            "",
            "All arguments are those of claude: fake claude -p --input-format stream-json --output-format stream-json"
                    + " --verbose. A prompt such as 'say hello' tells it what to do."
        })
public final class FakeClaudeCommand implements Runnable {

    private static final List<String> WORDS = List.of("fake", "claude");

    @Mixin
    private final Output output = new Output();

    /** Whether a command line is for the stand-in, which reads everything behind its name itself, {@code --version} too. */
    public static boolean isMeantBy(List<String> commandLine) {
        return commandLine.size() > WORDS.size()
                && commandLine.subList(0, WORDS.size()).equals(WORDS);
    }

    /** Runs the stand-in on the standard streams, and ends the JVM. */
    public static void run(List<String> commandLine) throws InterruptedException {
        FakeClaude.main(commandLine.subList(WORDS.size(), commandLine.size()).toArray(String[]::new));
    }

    @Override
    public void run() {
        throw output.wrong("It needs the arguments of claude.");
    }
}
