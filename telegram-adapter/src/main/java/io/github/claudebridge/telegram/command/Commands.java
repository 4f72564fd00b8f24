package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.words.Manual;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All commands of a bot, by their names. Immutable and thread-safe. */
public final class Commands {

    /** What nobody can take away: how to begin, to find one's way, and to stop. */
    private static final Set<String> FIXED = Set.of("start", "help", "stop");

    private final Map<String, Command> commands = new LinkedHashMap<>();

    /**
     * The built-in commands and others.
     *
     * @param more take the place of built-in ones of the same name, apart from {@code start}, {@code help} and {@code stop}
     */
    public Commands(Reach reach, List<Command> more) {
        add(HelpCommand.start(this));
        add(HelpCommand.help(this));
        BuiltIns.of(reach).forEach(this::add);
        more.stream()
                .filter(command -> !FIXED.contains(command.manual().name()))
                .forEach(this::add);
    }

    private void add(Command command) {
        commands.put(command.manual().name(), command);
    }

    Optional<Command> find(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** What people are told about them, in the order in which they are shown. */
    public List<Manual> manuals() {
        return commands.values().stream().map(Command::manual).toList();
    }
}
