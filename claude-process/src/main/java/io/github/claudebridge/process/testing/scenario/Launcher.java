package io.github.claudebridge.process.testing.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts what a scenario is played against. */
public interface Launcher {

    /**
     * Starts it.
     *
     * @param arguments what follows the command
     * @param directory the working directory
     * @param additions variables that the scenario sets, beside what the launcher gives it anyway
     */
    Conversation start(List<String> arguments, Path directory, Map<String, String> additions) throws IOException;
}
