package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.transport.MarkedProcesses;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The real command line in an environment of its own, without network: a fresh home, and {@link FakeAnthropic} as the
 * API. The command is named by the environment variable {@code CLAUDE_CLI}. Thread-safe.
 */
public final class RealClaude implements AutoCloseable {
    private static final String COMMAND = "CLAUDE_CLI";
    private static final String OLDEST_COMMAND = "CLAUDE_CLI_OLDEST";
    /** Shorter than the 20 characters at the end by which a key is approved. */
    private static final String KEY = "sk-ant-made-up";

    private static final List<String> INHERITED = List.of("PATH", "LANG", "TERM");

    private final Path executable;
    private final Path home;
    private final FakeAnthropic api;

    private RealClaude(Path executable, Path home, FakeAnthropic api) {
        this.executable = executable;
        this.home = home;
        this.api = api;
    }

    /**
     * Why the real command line cannot be run here, if it cannot: it is missing, or there is a network that it could
     * reach.
     */
    public static Optional<String> whyUnavailable() {
        Optional<String> missing = whyMissing(COMMAND);
        if (missing.isPresent()) {
            return missing;
        }
        return isOffline() ? Optional.empty() : Optional.of("this process can reach a network beside loopback");
    }

    /**
     * Prepares a fresh home and starts the stand-in for the API.
     *
     * @param folder an existing folder that this object may fill
     * @throws IllegalStateException if the command line cannot be run here
     */
    public static RealClaude in(Path folder) throws IOException {
        return in(folder, COMMAND);
    }

    /**
     * The same for the oldest version that is supported, named by {@code CLAUDE_CLI_OLDEST}.
     *
     * @param folder an existing folder that this object may fill
     * @throws IllegalStateException if it cannot be run here
     */
    public static RealClaude oldestIn(Path folder) throws IOException {
        return in(folder, OLDEST_COMMAND);
    }

    private static RealClaude in(Path folder, String variable) throws IOException {
        whyMissing(variable).or(RealClaude::whyUnavailable).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        Files.createDirectories(folder.resolve(".claude"));
        Files.createDirectories(folder.resolve("tmp"));
        return new RealClaude(Path.of(System.getenv(variable)), folder.toAbsolutePath(), FakeAnthropic.start());
    }

    private static Optional<String> whyMissing(String variable) {
        String command = System.getenv(variable);
        if (command == null || command.isBlank()) {
            return Optional.of("the environment variable " + variable + " does not name the Claude Code command line");
        }
        boolean executable = Files.isExecutable(Path.of(command));
        return executable ? Optional.empty() : Optional.of("what " + variable + " names cannot be executed");
    }

    /** The command line. */
    public Path executable() {
        return executable;
    }

    /** Where it keeps its settings and transcripts. */
    public Path configDirectory() {
        return home.resolve(".claude");
    }

    /** The API that it talks to. */
    public FakeAnthropic api() {
        return api;
    }

    /** The whole environment to run it with; nothing else may be inherited. A copy that may be changed. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("HOME", home.toString());
        environment.put("CLAUDE_CONFIG_DIR", configDirectory().toString());
        environment.put("CLAUDE_CODE_TMPDIR", home.resolve("tmp").toString());
        environment.put("ANTHROPIC_BASE_URL", api.baseUrl().toString());
        environment.put("ANTHROPIC_API_KEY", KEY);
        environment.put("DISABLE_TELEMETRY", "1");
        environment.put("DISABLE_ERROR_REPORTING", "1");
        environment.put("DISABLE_AUTOUPDATER", "1");
        environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        return environment;
    }

    /**
     * Makes the interactive program start at its prompt: its first questions are answered, the key is approved, and a folder is trusted.
     *
     * @param trusted the folder that it will be started in; null for none
     */
    public void prepareTerminal(@Nullable Path trusted) throws IOException {
        JsonObject projects = JsonObject.of();
        if (trusted != null) {
            projects.with(trusted.toRealPath().toString(), JsonObject.of("hasTrustDialogAccepted", true));
        }
        JsonObject state = JsonObject.of(
                "hasCompletedOnboarding",
                true,
                "theme",
                "dark",
                "customApiKeyResponses",
                JsonObject.of("approved", List.of(KEY), "rejected", List.of()),
                "projects",
                projects);
        Files.writeString(configDirectory().resolve(".claude.json"), state.toString());
    }

    /** Stops the API, and ends what the CLI has left behind: the tools of a CLI that was killed go on without it. */
    @Override
    public void close() {
        api.close();
        MarkedProcesses.find("HOME", home.toString()).forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isOffline() {
        try {
            return NetworkInterface.networkInterfaces().allMatch(RealClaude::isLoopbackOrDown);
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean isLoopbackOrDown(NetworkInterface network) {
        try {
            return network.isLoopback() || !network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
