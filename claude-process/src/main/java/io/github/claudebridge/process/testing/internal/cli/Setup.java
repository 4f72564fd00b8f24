package io.github.claudebridge.process.testing.internal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Words in front of the arguments that tell the stand-in, and not the command line that it plays, what to be.
 *
 * @param settings what was set, by name
 * @param arguments the arguments that follow
 */
record Setup(Map<String, String> settings, List<String> arguments) {
    static final String PREFIX = "--fake-";

    static Setup parse(List<String> words) {
        Map<String, String> settings = new HashMap<>();
        List<String> arguments = new ArrayList<>(words);
        while (!arguments.isEmpty() && arguments.get(0).startsWith(PREFIX)) {
            String setting = arguments.remove(0).substring(PREFIX.length());
            int equals = setting.indexOf('=');
            settings.put(
                    equals < 0 ? setting : setting.substring(0, equals),
                    equals < 0 ? "" : setting.substring(equals + 1));
        }
        return new Setup(settings, arguments);
    }

    Version version() {
        return settings.containsKey("version") ? new Version(settings.get("version")) : Version.CURRENT;
    }

    /** The code to exit with at once, if that is wanted. */
    OptionalInt exitCode() {
        return settings.containsKey("exit")
                ? OptionalInt.of(Integer.parseInt(settings.get("exit")))
                : OptionalInt.empty();
    }

    /** Whether standard input is never read. */
    boolean isDeaf() {
        return settings.containsKey("deaf");
    }

    /** The kind of control request that is refused; empty for none. */
    String refused() {
        return settings.getOrDefault("refuse", "");
    }

    boolean ignoresTerm() {
        return settings.containsKey("ignoreterm");
    }

    /** The folder with the rules of a test, if there is one. */
    Optional<Path> book() {
        return Optional.ofNullable(settings.get("book")).map(Path::of);
    }

    /** What is written before anything is read. */
    void begin(OutputStream out, OutputStream err) throws IOException {
        Flood.write(err, number("stderr"));
        Flood.write(out, number("burst"));
        if (settings.containsKey("complain")) {
            err.write((settings.get("complain") + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        }
    }

    private long number(String name) {
        return Long.parseLong(settings.getOrDefault(name, "0"));
    }
}
