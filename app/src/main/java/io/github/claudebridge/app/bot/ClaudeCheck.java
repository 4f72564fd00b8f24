package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds out before the first message whether the command that starts Claude Code is there. */
public final class ClaudeCheck {

    private ClaudeCheck() {}

    public static void require(ClaudeCommand command) throws StartException {
        String program = command.program();
        if (!isExecutable(program)) {
            throw new StartException(
                    ExitCode.UNAVAILABLE,
                    "The command '" + program
                            + "' was not found. Install Claude Code (npm install -g @anthropic-ai/claude-code)"
                            + " and log in, or name its command in CLAUDE_BRIDGE_CLAUDE_COMMAND.");
        }
    }

    private static boolean isExecutable(String program) {
        if (program.contains(File.separator)) {
            return isExecutable(Path.of(program));
        }
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> isExecutable(Path.of(folder, program)));
    }

    private static boolean isExecutable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
