package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Commands with a slash that need no model. */
final class LocalCommands {
    private static final Set<String> FOR_THE_TERMINAL =
            Set.of("/bug", "/exit", "/help", "/login", "/logout", "/permissions", "/resume", "/status", "/vim");
    private static final Set<String> ABOUT_COST = Set.of("/context", "/cost", "/usage");

    private final Program program;
    private final TurnLines lines;

    LocalCommands(Program program, TurnLines lines) {
        this.program = program;
        this.lines = lines;
    }

    /** Runs the command in this text, if it is one. */
    Optional<Outcome> run(String text) {
        int space = text.indexOf(' ');
        String name = space < 0 ? text : text.substring(0, space);
        if (name.equals("/clear")) {
            return Optional.of(clear(text));
        }
        if (name.equals("/compact")) {
            return Optional.of(compact(text));
        }
        if (ABOUT_COST.contains(name)) {
            double dollars = program.session().accounts().dollars();
            return Optional.of(say(text, String.format(Locale.ROOT, "Cost so far: $%.4f", dollars)));
        }
        if (name.equals("/model")) {
            if (space > 0) {
                program.session().useModel(text.substring(space + 1).strip());
            }
            return Optional.of(say(text, "Model: " + program.session().model()));
        }
        return FOR_THE_TERMINAL.contains(name)
                ? Optional.of(say(text, name + " isn't available in this environment."))
                : Optional.empty();
    }

    private Outcome clear(String command) {
        JsonObject costs = program.session().accounts().state();
        program.session().clear();
        program.transcript().moveOn(program.session().id(), costs);
        lines.command(command, "");
        JsonObject reset =
                JsonObject.of("new_conversation_id", program.session().id(), "trigger", "clear");
        program.events().conversationReset(reset);
        program.tasks().changed();
        InitEvent.send(program);
        return Outcome.local("");
    }

    private Outcome compact(String command) {
        Compaction compaction = new Compaction(program);
        compaction.announce();
        InitEvent.send(program);
        compaction.replaceHistory("manual");
        lines.command(command, "Compacted");
        program.events().replay("<local-command-stdout>Compacted</local-command-stdout>", null);
        return Outcome.local("");
    }

    private Outcome say(String command, String text) {
        lines.command(command, text);
        InitEvent.send(program);
        program.events().assistant(SyntheticMessage.line(text));
        return Outcome.local(text);
    }
}
