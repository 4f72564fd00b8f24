package io.github.claudebridge.process;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.internal.HostEnvironment;
import io.github.claudebridge.process.internal.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Short ways to Claude Code, for scripts and for checks before anything else. Thread-safe. */
public final class Claude {

    private Claude() {}

    /**
     * Asks one question in the current directory, and waits for the answer. Claude may do only what its settings allow.
     *
     * @return the text of the answer
     * @throws ClaudeException when the CLI cannot be started or dies, or with {@link ClaudeError.NoAnswer} when the turn fails or its
     *     answer is cut off
     */
    public static String ask(String prompt) {
        return ask(prompt, builder -> {});
    }

    /**
     * Asks one question, and waits for the answer.
     *
     * @param prompt the question
     * @param setup describes the process; the directory is the current one unless it names another
     * @return the text of the answer
     * @throws ClaudeException when the CLI cannot be started or dies, or with {@link ClaudeError.NoAnswer} when the turn fails or its
     *     answer is cut off
     */
    public static String ask(String prompt, Consumer<ClaudeProcessBuilder> setup) {
        ClaudeProcessBuilder builder =
                ClaudeProcess.builder().directory(Path.of("").toAbsolutePath());
        setup.accept(builder);
        try (ClaudeProcess claude = builder.start()) {
            TurnResult result = claude.send(prompt).result().join();
            if (result.isError() || result.truncated() || result.outcome() != Outcome.COMPLETED) {
                throw new ClaudeException(new ClaudeError.NoAnswer(
                        result.truncated() ? "cut off" : result.outcome().toString(),
                        result.text().isEmpty() ? String.join("; ", result.errors()) : result.text()));
            }
            return result.text();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ClaudeException known ? known : e;
        }
    }

    /**
     * Looks which Claude Code there is and whether it is logged in, without starting a session. Takes about a tenth of a second.
     *
     * @param command the command prefix, such as {@code [claude]}
     * @param environment variables on top of the small part of the host's environment that the CLI gets
     * @throws ClaudeException when there is no such command, or it does not tell a version
     */
    public static Installation probe(List<String> command, Map<String, String> environment) {
        return Probe.look(command, HostEnvironment.allow(System.getenv(), environment));
    }

    /**
     * Asks Claude Code for its version, and nothing else; for the choice of options that not every version has.
     *
     * @param command the command prefix, such as {@code [claude]}
     * @param environment as for {@link #probe}
     * @throws ClaudeException when there is no such command, or it does not tell a version
     */
    public static CliVersion version(List<String> command, Map<String, String> environment) {
        return Probe.version(command, HostEnvironment.allow(System.getenv(), environment));
    }
}
