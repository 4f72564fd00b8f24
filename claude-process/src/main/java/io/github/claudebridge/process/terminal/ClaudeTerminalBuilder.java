package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeOptions;
import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.control.PermissionMode;
import io.github.claudebridge.process.internal.HostEnvironment;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Describes an interactive Claude Code and starts it. Not thread-safe; can be used again after {@link #start()}. */
public final class ClaudeTerminalBuilder {

    private final ClaudeOptions.Builder options = ClaudeOptions.builder();
    private final Map<String, String> environment = new HashMap<>();
    private List<String> command = List.of("claude");
    private @Nullable Path directory;
    private @Nullable UUID sessionId;
    private boolean resume;
    private PermissionMode permissionMode = PermissionMode.DEFAULT;
    private WindowSize size = WindowSize.DEFAULT;
    private ClaudeListener listener = new ClaudeListener() {};
    private TerminalListener bytes = new TerminalListener() {};
    private UnaryOperator<Transport> around = UnaryOperator.identity();
    private Limits limits = Limits.DEFAULT;
    private boolean waitForPrompt = true;
    private ThreadFactory threads = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    ClaudeTerminalBuilder() {}

    /**
     * The command as a prefix of the arguments; {@code [claude]} by default.
     *
     * @param command at least one element; a name is looked for on the PATH, a path is taken as it is
     */
    public ClaudeTerminalBuilder command(List<String> command) {
        this.command = List.copyOf(command);
        return this;
    }

    /** Claude's working directory; must be absolute and exist. Required. */
    public ClaudeTerminalBuilder directory(Path directory) {
        this.directory = directory;
        return this;
    }

    /** The id of a session that has no turn yet. By default a new one is made. */
    public ClaudeTerminalBuilder sessionId(UUID id) {
        sessionId = id;
        resume = false;
        return this;
    }

    /** Goes on with the session of this id, which has had a turn. */
    public ClaudeTerminalBuilder resume(UUID id) {
        sessionId = id;
        resume = true;
        return this;
    }

    /** Variables for the CLI, on top of the small part of the host's environment that it gets with pipes too. */
    public ClaudeTerminalBuilder environment(Map<String, String> additions) {
        environment.putAll(additions);
        return this;
    }

    /**
     * What Claude may do without asking: {@link PermissionMode#DEFAULT} unless told otherwise, and not what Claude Code would choose in a
     * terminal by itself.
     */
    public ClaudeTerminalBuilder permissionMode(PermissionMode mode) {
        permissionMode = mode;
        return this;
    }

    /** The model, by alias or id. */
    public ClaudeTerminalBuilder model(String model) {
        options.model(model);
        return this;
    }

    /** What else the CLI can be told on its command line: no system prompts, agents or settings. */
    public ClaudeTerminalBuilder options(Consumer<ClaudeOptions.Builder> change) {
        change.accept(options);
        return this;
    }

    /** The size of the window at the start. */
    public ClaudeTerminalBuilder size(WindowSize size) {
        this.size = size;
        return this;
    }

    /** Hears what happens in the conversation. */
    public ClaudeTerminalBuilder listener(ClaudeListener listener) {
        this.listener = listener;
        return this;
    }

    /** Hears the bytes that the terminal shows. */
    public ClaudeTerminalBuilder terminalListener(TerminalListener listener) {
        this.bytes = listener;
        return this;
    }

    /** Puts something around the start, such as a ledger of processes. */
    public ClaudeTerminalBuilder transport(UnaryOperator<Transport> around) {
        this.around = around;
        return this;
    }

    /** How long things may take; of these {@code start} and {@code closeStep} count here. */
    public ClaudeTerminalBuilder limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    /**
     * Whether {@link #start()} waits for the prompt and fails where a dialog comes instead; it does unless told otherwise. If not, the listener
     * hears of dialogs as errors, and they can be answered with keys; prompts wait until then.
     */
    public ClaudeTerminalBuilder waitForPrompt(boolean wait) {
        this.waitForPrompt = wait;
        return this;
    }

    /** Makes the three threads that read, write and watch. */
    public ClaudeTerminalBuilder threads(ThreadFactory threads) {
        this.threads = threads;
        return this;
    }

    /**
     * Starts Claude Code.
     *
     * @throws io.github.claudebridge.process.error.ClaudeException when it cannot be started or resumed, there is no terminal to be had, or a
     *     dialog stands before its prompt
     */
    public ClaudeTerminal start() {
        if (directory == null) {
            throw new IllegalStateException("A terminal needs a working directory");
        }
        ClaudeOptions given = options.permissionMode(permissionMode).build();
        if (!given.initialization().isEmpty() || given.arguments().contains("--settings")) {
            throw new IllegalStateException(
                    "System prompts, agents, schemas and settings cannot be given in a terminal");
        }
        Map<String, String> variables = new HashMap<>(given.environment());
        variables.put("TERM", "xterm-256color");
        variables.putAll(environment);
        return LiveClaudeTerminal.start(
                new TerminalSettings(
                        command,
                        directory,
                        sessionId == null ? UUID.randomUUID() : sessionId,
                        resume,
                        HostEnvironment.allow(System.getenv(), variables),
                        given.arguments(),
                        size,
                        bytes,
                        around,
                        limits,
                        threads),
                listener,
                waitForPrompt);
    }
}
