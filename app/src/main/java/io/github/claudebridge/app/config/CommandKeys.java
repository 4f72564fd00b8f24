package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.program.Program;
import io.github.claudebridge.telegram.program.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the commands that run programs of the host. */
final class CommandKeys {

    /** What cannot be replaced: how to begin, to find one's way, and to stop. */
    private static final Set<String> FIXED = Set.of("start", "help", "stop");

    private static final int USUAL_SECONDS = 60;
    private static final int DAY_IN_SECONDS = 24 * 60 * 60;

    private CommandKeys() {}

    static List<Script> scripts(@Nullable Map<String, ConfigFile.Command> commands) throws ConfigException {
        List<Script> scripts = new ArrayList<>();
        if (commands != null) {
            for (Map.Entry<String, ConfigFile.Command> command : commands.entrySet()) {
                scripts.add(script(command.getKey(), command.getValue()));
            }
        }
        return scripts;
    }

    private static Script script(String name, ConfigFile.Command command) throws ConfigException {
        String key = "commands." + name;
        if (FIXED.contains(name)) {
            throw new ConfigException(key + ": /" + name + " cannot be replaced; choose another name.");
        }
        List<String> run = command.run();
        if (run == null) {
            throw new ConfigException(key + ": there is no program to run; write run = [\"program\", \"argument\"].");
        }
        Integer seconds = Objects.requireNonNullElse(command.timeoutSeconds(), USUAL_SECONDS);
        if (seconds < 1 || seconds > DAY_IN_SECONDS) {
            throw new ConfigException(key + ".timeout_seconds is " + seconds + "; it must be a whole number from 1 to "
                    + DAY_IN_SECONDS + ".");
        }
        try {
            return new Script(
                    name,
                    Objects.requireNonNullElse(command.description(), ""),
                    new Program(run, Duration.ofSeconds(seconds)),
                    mostArguments(key, command.arguments()));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key + ": " + e.getMessage());
        }
    }

    private static int mostArguments(String key, @Nullable Object value) throws ConfigException {
        if (value == null || Boolean.FALSE.equals(value)) {
            return 0;
        }
        if (Boolean.TRUE.equals(value)) {
            return Script.ANY;
        }
        if (value instanceof Integer most && most >= 0) {
            return most;
        }
        throw new ConfigException(key + ".arguments is " + value
                + "; it must be true (any), false (none) or how many words people may add at most.");
    }
}
