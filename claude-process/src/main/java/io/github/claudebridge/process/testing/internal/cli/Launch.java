package io.github.claudebridge.process.testing.internal.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the arguments against each other and against the transcripts that exist. */
final class Launch {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Arguments arguments;
    private final SessionFiles files;
    private final Path directory;

    Launch(Arguments arguments, SessionFiles files, Path directory) {
        this.arguments = arguments;
        this.files = files;
        this.directory = directory;
    }

    /**
     * The session to run.
     *
     * @param id its id
     * @param history the transcript to continue from, or null
     * @param problem why the session that was asked for cannot be run, or null
     */
    record Plan(String id, @Nullable Path history, @Nullable String problem) {

        /** The transcript to write, or null where none is kept. */
        @Nullable Path file(SessionFiles files, Path directory, Arguments arguments) {
            if (arguments.has("--no-session-persistence")) {
                return null;
            }
            boolean continues = history != null && !arguments.has("--fork-session");
            return continues ? history : files.of(id, directory);
        }
    }

    static Path configDirectory(Map<String, String> environment) {
        String configured = environment.get("CLAUDE_CONFIG_DIR");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return configured != null ? Path.of(configured) : Path.of(home, ".claude");
    }

    Plan plan() throws StartFailure {
        checkFormats();
        Optional<String> chosen = chosenId();
        Optional<String> resume = arguments.value("--resume");
        if (resume.isEmpty() && !arguments.has("--continue")) {
            return new Plan(chosen.orElseGet(Launch::newId), null, null);
        }
        if (resume.isPresent() && !ID.matcher(resume.get()).matches()) {
            String problem = "Error: --resume requires a valid session ID or session title when used with --print."
                    + " Provided value \"" + resume.get() + "\" is neither.";
            return new Plan(newId(), null, problem);
        }
        Optional<Path> file = resume.isPresent() ? files.find(resume.get()) : files.newest(directory);
        if (file.isEmpty()) {
            return resume.map(id -> new Plan(id, null, "No conversation found with session ID: " + id))
                    .orElseGet(() -> new Plan(newId(), null, null));
        }
        String same = file.get().getFileName().toString().replace(".jsonl", "");
        String id = arguments.has("--fork-session") ? chosen.orElseGet(Launch::newId) : same;
        return new Plan(id, file.get(), null);
    }

    private void checkFormats() throws StartFailure {
        boolean streamsIn =
                arguments.value("--input-format").filter("stream-json"::equals).isPresent();
        boolean streamsOut =
                arguments.value("--output-format").filter("stream-json"::equals).isPresent();
        if (streamsIn && !streamsOut) {
            throw new StartFailure("Error: --input-format=stream-json requires output-format=stream-json.");
        }
        if (!streamsIn) {
            throw new StartFailure("Error: this stand-in speaks --input-format=stream-json only.");
        }
    }

    private Optional<String> chosenId() throws StartFailure {
        Optional<String> chosen = arguments.value("--session-id");
        if (chosen.isEmpty()) {
            return chosen;
        }
        if (!ID.matcher(chosen.get()).matches()) {
            throw new StartFailure("Error: Invalid session ID. Must be a valid UUID.");
        }
        boolean resumes = arguments.has("--resume") || arguments.has("--continue");
        if (resumes && !arguments.has("--fork-session")) {
            throw new StartFailure("Error: --session-id with --continue or --resume also needs --fork-session.");
        }
        if (files.find(chosen.get()).isPresent()) {
            throw new StartFailure("Error: Session ID " + chosen.get() + " is already in use.");
        }
        return chosen;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
