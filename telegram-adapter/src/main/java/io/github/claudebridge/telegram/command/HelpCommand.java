package io.github.claudebridge.telegram.command;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lists the commands; under the name {@code start} it greets first, because every Telegram chat with a bot begins so. */
final class HelpCommand implements Command {

    private final String name;
    private final String greeting;
    private final Supplier<Collection<Command>> commands;

    private HelpCommand(String name, String greeting, Supplier<Collection<Command>> commands) {
        this.name = name;
        this.greeting = greeting;
        this.commands = commands;
    }

    static Command help(Supplier<Collection<Command>> commands) {
        return new HelpCommand("help", "", commands);
    }

    static Command start(Supplier<Collection<Command>> commands) {
        return new HelpCommand(
                "start",
                "Hello. Write what Claude Code should do, as you would at its prompt; the answer comes back here.\n\n",
                commands);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String description() {
        return greeting.isEmpty() ? "List the commands" : "Say hello";
    }

    @Override
    public Reply run(CommandCall call) {
        return Reply.say(commands.get().stream()
                .map(command ->
                        "/%s %s".formatted(command.name(), command.arguments()).strip() + " – " + command.description())
                .collect(Collectors.joining("\n", greeting, "\n\nEverything else goes to Claude.")));
    }
}
