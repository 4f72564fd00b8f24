package io.github.claudebridge.telegram.program;

import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.PipeTransport;
import io.github.claudebridge.process.transport.Transport;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.program.ProgramResult.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs programs of the host. Thread-safe. */
public final class ProgramRunner implements AutoCloseable {

    private final Transport transport = new PipeTransport();
    private final Map<String, String> environment;
    private final Timers timers;
    /** Without a bound: what ends a program must not wait for programs. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "program");
        thread.setDaemon(true);
        return thread;
    });

    private final Set<RunningProgram> running = ConcurrentHashMap.newKeySet();

    /**
     * Runs programs with a few of these variables.
     *
     * @param host the variables of the host
     */
    public ProgramRunner(Map<String, String> host, Timers timers) {
        this.environment = HostVariables.allowed(host);
        this.timers = timers;
    }

    /**
     * Starts a program; it reads nothing.
     *
     * @param arguments what follows its fixed arguments, each as one word
     * @param directory where it runs, absolute
     * @throws IllegalArgumentException if an argument cannot be one
     */
    public RunningProgram start(Program program, List<String> arguments, Path directory) {
        List<String> words = new ArrayList<>(program.words());
        words.addAll(arguments);
        List<String> checked = new Program(words, program.limit()).words();
        try {
            LiveProgram live = new LiveProgram(transport.start(new Launch(checked, directory, environment)));
            live.begin(program.limit(), timers, threads);
            running.add(live);
            CompletableFuture<ProgramResult> unused =
                    live.result().whenComplete((result, failure) -> running.remove(live));
            return live;
        } catch (ClaudeException e) {
            return RunningProgram.ended(
                    new ProgramResult(Ending.NOT_STARTED, 0, e.error().message()));
        }
    }

    /** Ends all programs that run, and returns when they are gone. */
    @Override
    public void close() {
        running.forEach(RunningProgram::stop);
    }
}
