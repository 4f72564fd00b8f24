package io.github.claudebridge.process;

import io.github.claudebridge.process.hook.HookEvent;
import io.github.claudebridge.process.hook.HookHandler;
import io.github.claudebridge.process.internal.HookRegistration;
import io.github.claudebridge.process.internal.HostEnvironment;
import io.github.claudebridge.process.internal.LiveClaude;
import io.github.claudebridge.process.internal.PerTurnClaude;
import io.github.claudebridge.process.internal.PermissionDesk;
import io.github.claudebridge.process.internal.ProcessSettings;
import io.github.claudebridge.process.mcp.JavaMcpServer;
import io.github.claudebridge.process.permission.AsyncPermissionHandler;
import io.github.claudebridge.process.permission.PermissionHandler;
import io.github.claudebridge.process.transport.PipeTransport;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a process and starts it. Not thread-safe; can be used again after {@link #start()}. */
public final class ClaudeProcessBuilder {

    private final ClaudeOptions.Builder options = ClaudeOptions.builder();
    private final Map<String, String> environment = new HashMap<>();
    private List<String> command = List.of("claude");
    private @Nullable Path directory;
    private @Nullable UUID sessionId;
    private @Nullable UUID forkOf;
    private boolean resume;
    private ProcessMode mode = ProcessMode.PERSISTENT;
    private final List<HookRegistration> hooks = new ArrayList<>();
    private final List<JavaMcpServer> mcpServers = new ArrayList<>();
    private ClaudeListener listener = new ClaudeListener() {};
    private @Nullable AsyncPermissionHandler permissions;
    private Transport transport = new PipeTransport();
    private Limits limits = Limits.DEFAULT;
    private ThreadFactory threads = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    ClaudeProcessBuilder() {}

    /**
     * The command as a prefix of the arguments, such as {@code [claude]} (the default) or {@code [sudo, -iu, worker, claude]}.
     *
     * @param command at least one element; a name is looked for on the PATH, a path is taken as it is
     */
    public ClaudeProcessBuilder command(List<String> command) {
        this.command = List.copyOf(command);
        return this;
    }

    /** Claude's working directory; must be absolute and exist. Required. */
    public ClaudeProcessBuilder directory(Path directory) {
        this.directory = directory;
        return this;
    }

    /** The id of a session that has no turn yet, also for a fork. By default a new one is made. */
    public ClaudeProcessBuilder sessionId(UUID id) {
        sessionId = id;
        resume = false;
        return this;
    }

    /** Goes on with the session of this id, which has had a turn; instead of what {@link #sessionId} or {@link #fork} said before. */
    public ClaudeProcessBuilder resume(UUID id) {
        sessionId = id;
        resume = true;
        forkOf = null;
        return this;
    }

    /** Begins a new session with the history of this one, which stays as it is; instead of what {@link #resume} said before. */
    public ClaudeProcessBuilder fork(UUID id) {
        if (resume) {
            sessionId = null;
            resume = false;
        }
        forkOf = id;
        return this;
    }

    /** How long a CLI lives; for the whole conversation by default. */
    public ClaudeProcessBuilder mode(ProcessMode mode) {
        this.mode = mode;
        return this;
    }

    /**
     * Variables for the CLI, on top of a small part of the host's environment that holds no secrets: a proxy comes without its password,
     * and {@code SSH_AUTH_SOCK} does not come.
     */
    public ClaudeProcessBuilder environment(Map<String, String> additions) {
        environment.putAll(additions);
        return this;
    }

    /** Text to append to Claude Code's own system prompt. */
    public ClaudeProcessBuilder appendSystemPrompt(String text) {
        options.appendSystemPrompt(text);
        return this;
    }

    /** The model, by alias or id. */
    public ClaudeProcessBuilder model(String model) {
        options.model(model);
        return this;
    }

    /** Everything else that the CLI can be told. */
    public ClaudeProcessBuilder options(Consumer<ClaudeOptions.Builder> change) {
        change.accept(options);
        return this;
    }

    /** Hears what happens. */
    public ClaudeProcessBuilder listener(ClaudeListener listener) {
        this.listener = listener;
        return this;
    }

    /** Decides about tools. Without it the CLI denies what its rules do not allow. */
    public ClaudeProcessBuilder permissions(PermissionHandler handler) {
        this.permissions = PermissionDesk.blocking(handler);
        return this;
    }

    /** Decides about tools without holding a thread while it waits. */
    public ClaudeProcessBuilder permissionsAsync(AsyncPermissionHandler handler) {
        this.permissions = handler;
        return this;
    }

    /** Runs code of the host at an event, whatever the tool. */
    public ClaudeProcessBuilder hook(HookEvent event, HookHandler handler) {
        hooks.add(new HookRegistration(event, null, handler));
        return this;
    }

    /**
     * Runs code of the host at an event that is about a tool.
     *
     * @param matcher the tools, as a pattern of the CLI such as {@code Bash|Edit}
     */
    public ClaudeProcessBuilder hook(HookEvent event, String matcher, HookHandler handler) {
        hooks.add(new HookRegistration(event, matcher, handler));
        return this;
    }

    /** Offers tools in Java. */
    public ClaudeProcessBuilder mcpServer(JavaMcpServer server) {
        mcpServers.add(server);
        return this;
    }

    /** How the command is run; real processes with pipes by default. */
    public ClaudeProcessBuilder transport(Transport transport) {
        this.transport = transport;
        return this;
    }

    /** How long things may take. */
    public ClaudeProcessBuilder limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    /** Makes the threads that read and write; three for each process. */
    public ClaudeProcessBuilder threads(ThreadFactory threads) {
        this.threads = threads;
        return this;
    }

    /**
     * Starts the CLI and waits until it is ready. With {@link ProcessMode#PER_TURN} nothing is started before the first prompt.
     *
     * @throws io.github.claudebridge.process.error.ClaudeException when it cannot be started or resumed
     */
    public ClaudeProcess start() {
        ProcessSettings settings = settings();
        return switch (mode) {
            case PERSISTENT -> LiveClaude.start(settings);
            case PER_TURN -> PerTurnClaude.start(settings);
        };
    }

    private ProcessSettings settings() {
        if (directory == null) {
            throw new IllegalStateException("A process needs a working directory");
        }
        ClaudeOptions given = options.build();
        Map<String, String> variables = new HashMap<>(given.environment());
        variables.putAll(environment);
        return new ProcessSettings(
                command,
                directory,
                sessionId == null ? UUID.randomUUID() : sessionId,
                resume,
                forkOf,
                HostEnvironment.allow(System.getenv(), variables),
                given,
                listener,
                permissions,
                List.copyOf(hooks),
                List.copyOf(mcpServers),
                transport,
                limits,
                threads);
    }
}
