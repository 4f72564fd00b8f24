package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.book.EventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A run of the program from its arguments to its exit code. */
public final class FakeProgram {
    private static final int FAILED = 1;
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    private final List<String> words;
    private final Map<String, String> environment;
    private final Path directory;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile @Nullable Program program;
    private volatile @Nullable TurnLoop turns;
    private volatile boolean interrupted;

    /** A program with these arguments, environment, working directory and streams. */
    public FakeProgram(
            List<String> words,
            Map<String, String> environment,
            Path directory,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.words = List.copyOf(words);
        this.environment = Map.copyOf(environment);
        this.directory = directory;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs to the end of standard input, or to an earlier end, and returns the exit code. */
    public int run() throws InterruptedException {
        try {
            Setup setup = Setup.parse(words);
            setup.book().ifPresent(folder -> new EventLog(folder).started(setup.arguments()));
            setup.begin(out, err);
            if (setup.exitCode().isPresent()) {
                return setup.exitCode().getAsInt();
            }
            Arguments arguments = Arguments.parse(setup.arguments());
            Version version = setup.version();
            if (arguments.has("--version")) {
                out.println(version.name() + " (Claude Code)");
                out.flush();
                return 0;
            }
            SessionFiles files = new SessionFiles(Launch.configDirectory(environment));
            Launch.Plan plan = new Launch(arguments, files, directory).plan();
            Assembly assembly = new Assembly(arguments, environment, directory, setup, out, err, exit::complete);
            Program assembled = assembly.program(files, plan);
            program = assembled;
            if (plan.problem() != null) {
                return noConversation(assembled, plan.problem());
            }
            return converse(assembled, setup);
        } catch (StartFailure | IOException e) {
            return failed(e);
        }
    }

    /** Ends the program as the user's Ctrl-C does: the running turn is interrupted first. */
    public void interrupt() {
        interrupted = true;
        Program now = program;
        TurnLoop loop = turns;
        if (now == null || loop == null) {
            exit.complete(0);
            return;
        }
        now.inbox().close();
        loop.interrupt(false);
    }

    /** Ends the program as the signal TERM does, unless it takes no notice of that. */
    public void terminate() {
        Program now = program;
        if (now == null || !now.misbehaviour().ignoresTerm()) {
            stopTools();
            exit.complete(TERMINATED);
        }
    }

    /** Ends the program as the signal KILL does: nothing more is written anywhere. */
    public void kill() {
        Program now = program;
        if (now != null) {
            now.transcript().abandon();
        }
        stopTools();
        exit.complete(KILLED);
    }

    /** Stops the tools that run, and waits for them to say so. */
    public void stopTools() {
        TurnLoop loop = turns;
        if (loop != null) {
            loop.stopTools();
        }
        Program now = program;
        if (now != null) {
            now.tasks().stopAll();
        }
    }

    private int noConversation(Program assembled, String problem) {
        Outcome outcome = Outcome.noConversation(problem);
        assembled.events().result(outcome.line().with("num_turns", 0).with("total_cost_usd", 0));
        err.println(problem);
        err.flush();
        return FAILED;
    }

    private int converse(Program assembled, Setup setup) throws InterruptedException {
        TurnLoop loop = new TurnLoop(assembled);
        turns = loop;
        ControlRequests controls = new ControlRequests(assembled, loop, () -> exit.complete(0));
        InputLines lines = new InputLines(assembled, loop, controls);
        start("fake-claude-turns", () -> runTurns(assembled, loop));
        if (!setup.isDeaf()) {
            start("fake-claude-input", () -> readInput(lines));
        }
        try {
            int code = exit.get();
            stopTools();
            assembled.transcript().close(assembled.session().accounts().state());
            return code;
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private void runTurns(Program assembled, TurnLoop loop) {
        try {
            loop.run();
            exit.complete(assembled.session().lastResultFailed() && !interrupted ? FAILED : 0);
        } catch (IOException | RuntimeException e) {
            exit.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readInput(InputLines lines) {
        try {
            lines.read(in);
        } catch (StartFailure | IOException | RuntimeException e) {
            exit.completeExceptionally(e);
        }
    }

    private int failed(Throwable cause) {
        err.println(cause.getMessage());
        err.flush();
        return FAILED;
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
