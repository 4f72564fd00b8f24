package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.json.JsonSyntaxException;
import io.github.claudebridge.process.testing.internal.model.ScriptedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A run of the program from its arguments to its exit code. */
public final class FakeProgram {
    private static final int FAILED = 1;

    private final List<String> words;
    private final Map<String, String> environment;
    private final Path directory;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

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
            Arguments arguments = Arguments.parse(words);
            if (arguments.has("--version")) {
                out.println(Version.CURRENT.name() + " (Claude Code)");
                out.flush();
                return 0;
            }
            SessionFiles files = new SessionFiles(Launch.configDirectory(environment));
            Launch.Plan plan = new Launch(arguments, files, directory).plan();
            Program program = program(arguments, files, plan);
            if (!plan.found()) {
                return noConversation(program, plan.id());
            }
            return converse(program);
        } catch (StartFailure | IOException e) {
            err.println(e.getMessage());
            err.flush();
            return FAILED;
        }
    }

    private Program program(Arguments arguments, SessionFiles files, Launch.Plan plan) throws IOException {
        Clock clock = Clock.systemUTC();
        String model = arguments.value("--model").orElse(Session.DEFAULT_MODEL);
        String mode = arguments.has("--dangerously-skip-permissions")
                ? "bypassPermissions"
                : arguments.value("--permission-mode").orElse("default");
        Session session = new Session(plan.id(), directory, model, mode);
        @Nullable String parent = null;
        if (plan.history() != null) {
            History history = History.read(plan.history());
            session.resume(history);
            parent = history.lastUuid();
        }
        Events events = new Events(new Wire(out, session::id), clock, Version.CURRENT);
        Path file = arguments.has("--no-session-persistence") ? null : files.of(plan.id(), directory);
        if (plan.history() != null && !arguments.has("--fork-session") && file != null) {
            file = plan.history();
        }
        boolean hostAnswers = arguments.value("--permission-prompt-tool").isPresent();
        return new Program(
                arguments,
                environment,
                Version.CURRENT,
                session,
                events,
                new HostCalls(events),
                new Inbox(events),
                new Transcript(file, plan.id(), directory, Version.CURRENT, clock, parent),
                new Toolbox(directory, environment, hostAnswers),
                new ScriptedModel(),
                clock);
    }

    private int noConversation(Program program, String id) {
        Outcome outcome = Outcome.noConversation(id);
        program.events().result(outcome.line().with("num_turns", 0).with("total_cost_usd", 0));
        err.println(outcome.error());
        err.flush();
        return FAILED;
    }

    private int converse(Program program) throws InterruptedException {
        TurnLoop turns = new TurnLoop(program);
        ControlRequests controls = new ControlRequests(program, turns, () -> exit.complete(0));
        start("fake-claude-turns", () -> runTurns(program, turns));
        start("fake-claude-input", () -> readInput(program, turns, controls));
        try {
            return exit.get();
        } catch (ExecutionException e) {
            err.println(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            err.flush();
            return FAILED;
        }
    }

    private void runTurns(Program program, TurnLoop turns) {
        try {
            turns.run();
            exit.complete(program.session().lastResultFailed() ? FAILED : 0);
        } catch (IOException | RuntimeException e) {
            exit.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readInput(Program program, TurnLoop turns, ControlRequests controls) {
        try {
            Input input = new Input(in);
            for (String line = input.next(); line != null; line = input.next()) {
                if (!line.isBlank()) {
                    handle(line, program, turns, controls);
                }
            }
            program.host().close();
            program.inbox().close();
        } catch (StartFailure | IOException | RuntimeException e) {
            exit.completeExceptionally(e);
        }
    }

    private static void handle(String text, Program program, TurnLoop turns, ControlRequests controls)
            throws StartFailure {
        JsonObject line = parse(text);
        switch (line.text("type", "")) {
            case "user" -> receive(Prompt.of(line), program, turns);
            case "control_request" -> controls.handle(line);
            case "control_response" -> program.host().answered(line);
            default -> {
                // The real one ignores what it does not know.
            }
        }
    }

    private static void receive(Prompt prompt, Program program, TurnLoop turns) {
        String uuid = prompt.uuid();
        if (uuid != null && !program.session().isNew(uuid)) {
            return;
        }
        if (uuid != null && program.session().wasAnsweredBefore(uuid)) {
            if (program.replays()) {
                program.events().replay(prompt.content(), uuid);
            }
            program.events().lifecycle(prompt, "completed");
            return;
        }
        program.inbox().add(prompt);
        if (prompt.urgent()) {
            turns.interrupt(true);
        }
    }

    private static JsonObject parse(String text) throws StartFailure {
        try {
            return JsonObject.parse(text);
        } catch (JsonSyntaxException e) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            throw new StartFailure(
                    "Error parsing streaming input line (type=unknown, " + length + " chars): SyntaxError");
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
