package io.github.claudebridge.app;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.testing.RealClaude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Claude that a bot can be tested with. Immutable.
 *
 * @param command starts it
 * @param environment what it sees
 * @param end ends what it needs
 */
record TestedClaude(List<String> command, Map<String, String> environment, Runnable end) implements AutoCloseable {

    /** The stand-in for the CLI. */
    static TestedClaude fake(Path folder) {
        return new TestedClaude(FakeClaude.command(), Map.of("CLAUDE_CONFIG_DIR", folder.toString()), () -> {});
    }

    /** The real CLI, offline. */
    static TestedClaude real(Path folder) throws IOException {
        RealClaude real = RealClaude.in(folder);
        return new TestedClaude(List.of(real.executable().toString()), real.environment(), real::close);
    }

    /** The same with more arguments. */
    TestedClaude with(String... arguments) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        return new TestedClaude(words, environment, end);
    }

    /** The same with one more variable in its environment. */
    TestedClaude seeing(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new TestedClaude(command, more, end);
    }

    @Override
    public void close() {
        end.run();
    }
}
