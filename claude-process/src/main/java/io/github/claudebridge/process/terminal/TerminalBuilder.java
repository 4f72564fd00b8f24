package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.internal.HostEnvironment;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Describes a terminal and starts it. Not thread-safe; can be used again after {@link #start()}. */
public final class TerminalBuilder {

    private static final Duration CLOSE_STEP = Duration.ofSeconds(3);

    private final Map<String, String> environment = new HashMap<>();
    private List<String> command = List.of();
    private @Nullable Path directory;
    private WindowSize size = WindowSize.DEFAULT;
    private TerminalListener listener = new TerminalListener() {};
    private UnaryOperator<Transport> around = UnaryOperator.identity();
    private Duration closeStep = CLOSE_STEP;
    private ThreadFactory threads = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    TerminalBuilder() {}

    /**
     * The command with its arguments. Required.
     *
     * @param command at least one element; a name is looked for on the PATH, a path is taken as it is
     */
    public TerminalBuilder command(List<String> command) {
        this.command = List.copyOf(command);
        return this;
    }

    /** The working directory; must be absolute and exist. Required. */
    public TerminalBuilder directory(Path directory) {
        this.directory = directory;
        return this;
    }

    /** Variables for the command, on top of the small part of the host's environment that the CLI gets with pipes too. */
    public TerminalBuilder environment(Map<String, String> additions) {
        environment.putAll(additions);
        return this;
    }

    /** The size of its window at the start. */
    public TerminalBuilder size(WindowSize size) {
        this.size = size;
        return this;
    }

    /** Hears the bytes that it shows. */
    public TerminalBuilder listener(TerminalListener listener) {
        this.listener = listener;
        return this;
    }

    /** Puts something around the start, such as a ledger of processes. */
    public TerminalBuilder transport(UnaryOperator<Transport> around) {
        this.around = around;
        return this;
    }

    /** How long closing waits for each of its steps; 3 s by default. */
    public TerminalBuilder closeStep(Duration limit) {
        this.closeStep = limit;
        return this;
    }

    /** Makes the two threads that read and write. */
    public TerminalBuilder threads(ThreadFactory threads) {
        this.threads = threads;
        return this;
    }

    /**
     * Starts the command.
     *
     * @throws io.github.claudebridge.process.error.ClaudeException when command or directory cannot be used, or there is no terminal to be
     *     had
     */
    public Terminal start() {
        if (directory == null) {
            throw new IllegalStateException("A terminal needs a working directory");
        }
        Map<String, String> variables = new HashMap<>(environment);
        variables.putIfAbsent("TERM", "xterm-256color");
        Launch launch = new Launch(command, directory, HostEnvironment.allow(System.getenv(), variables));
        return LiveTerminal.start(launch, size, listener, around, closeStep, threads);
    }
}
