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
import java.util.concurrent.Executor;

/** Runs programs of the host. Thread-safe. */
public final class ProgramRunner {

    private final Transport transport = new PipeTransport();
    private final Map<String, String> environment;
    private final Timers timers;
    private final Executor threads;

    /**
     * Runs programs with a few of these variables.
     *
     * @param host the variables of the host
     * @param threads runs tasks side by side that wait for programs
     */
    public ProgramRunner(Map<String, String> host, Timers timers, Executor threads) {
        this.environment = HostVariables.allowed(host);
        this.timers = timers;
        this.threads = threads;
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
            LiveProgram running = new LiveProgram(transport.start(new Launch(checked, directory, environment)));
            running.begin(program.limit(), timers, threads);
            return running;
        } catch (ClaudeException e) {
            return RunningProgram.ended(
                    new ProgramResult(Ending.NOT_STARTED, 0, e.error().message()));
        }
    }
}
