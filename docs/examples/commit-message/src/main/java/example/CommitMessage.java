package example;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.TurnResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Has Claude write the subject line of a commit. */
public final class CommitMessage {

    private static final int LONGEST = 72;

    private final ClaudeProcessBuilder claude;

    /**
     * @param claude describes the Claude to ask; a test gives another one than {@code main}
     */
    public CommitMessage(ClaudeProcessBuilder claude) {
        this.claude = claude;
    }

    /** The subject line for this diff, at most 72 characters. Waits for Claude. */
    public String forDiff(String diff) {
        try (ClaudeProcess conversation = claude.start()) {
            String subject = ask(conversation, "Write the subject line of a commit for this diff, nothing else:\n" + diff);
            if (subject.length() > LONGEST) {
                subject = ask(conversation, "Too long. At most " + LONGEST + " characters.");
            }
            return subject.substring(0, Math.min(subject.length(), LONGEST));
        }
    }

    private static String ask(ClaudeProcess conversation, String prompt) {
        TurnResult result = conversation.send(prompt).result().join();
        if (result.isError()) {
            throw new IllegalStateException("Claude could not answer: " + result.outcome());
        }
        return result.text().strip();
    }

    /** Reads a diff from standard input. */
    public static void main(String[] arguments) throws IOException {
        String diff = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        ClaudeProcessBuilder claude = ClaudeProcess.builder()
                .directory(Path.of("").toAbsolutePath())
                .options(options -> options.tools());
        System.out.println(new CommitMessage(claude).forDiff(diff));
    }
}
