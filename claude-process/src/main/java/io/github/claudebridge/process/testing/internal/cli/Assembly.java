package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.book.EventLog;
import io.github.claudebridge.process.testing.internal.book.RuleFile;
import io.github.claudebridge.process.testing.internal.model.ScriptedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Puts the parts of the program together. */
final class Assembly {
    private final Arguments arguments;
    private final Map<String, String> environment;
    private final Path directory;
    private final Setup setup;
    private final Version version;
    private final OutputStream out;
    private final OutputStream err;
    private final IntConsumer exit;
    private final Clock clock = Clock.systemUTC();

    Assembly(
            Arguments arguments,
            Map<String, String> environment,
            Path directory,
            Setup setup,
            OutputStream out,
            OutputStream err,
            IntConsumer exit) {
        this.arguments = arguments;
        this.environment = environment;
        this.directory = directory;
        this.setup = setup;
        this.version = setup.version();
        this.out = out;
        this.err = err;
        this.exit = exit;
    }

    Program program(SessionFiles files, Launch.Plan plan) throws IOException {
        Session session = session(plan.id());
        String parent = null;
        if (plan.history() != null) {
            History history = History.read(plan.history());
            session.resume(history);
            parent = history.lastUuid();
        }
        Events events = new Events(new Wire(out, session::id), clock, version);
        HostCalls host = new HostCalls(events);
        Inbox inbox = new Inbox(events, arguments.has("--replay-user-messages"), this::received);
        Tasks tasks = new Tasks(events, inbox);
        Checkpoints checkpoints = new Checkpoints(environment.containsKey("CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING"));
        AtomicReference<Program> self = new AtomicReference<>();
        Program program = new Program(
                arguments,
                environment,
                version,
                session,
                events,
                host,
                new Hooks(host, session),
                inbox,
                new Transcript(plan.file(files, directory, arguments), plan.id(), directory, version, clock, parent),
                toolbox(session, events, tasks, checkpoints, self),
                tasks,
                checkpoints,
                model(),
                new Misbehaviour(events, out, err, exit, setup.ignoresTerm()),
                setup.refused());
        self.set(program);
        return program;
    }

    private void received(String prompt) {
        setup.book().ifPresent(folder -> new EventLog(folder).prompted(prompt));
    }

    private ScriptedModel model() {
        return setup.book()
                .map(RuleFile::new)
                .map(rules -> new ScriptedModel(rules::scriptFor))
                .orElseGet(ScriptedModel::new);
    }

    private Session session(String id) {
        String model = arguments.value("--model").orElse(Session.DEFAULT_MODEL);
        String mode = arguments.has("--dangerously-skip-permissions")
                ? "bypassPermissions"
                : arguments.value("--permission-mode").orElse("default");
        return new Session(id, directory, model, mode);
    }

    private Toolbox toolbox(
            Session session, Events events, Tasks tasks, Checkpoints checkpoints, AtomicReference<Program> program) {
        Toolbox toolbox = new Toolbox();
        toolbox.add("Bash", new BashTool(directory, environment, tasks));
        toolbox.add("Edit", new FileTool(directory, checkpoints, new Editing()));
        toolbox.add("Read", new ReadTool(directory));
        toolbox.add("Task", new TaskTool(program::get));
        toolbox.add("Write", new FileTool(directory, checkpoints, new Writing()));
        if (arguments.value("--permission-prompt-tool").isPresent()) {
            toolbox.add("AskUserQuestion", new UserTool());
            toolbox.add("ExitPlanMode", new PlanTool(session, events));
        }
        return toolbox;
    }
}
