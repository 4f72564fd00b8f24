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
     * @param found false where a transcript was asked for and there is none
     */
    record Plan(String id, @Nullable Path history, boolean found) {}

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
            return new Plan(chosen.orElseGet(Launch::newId), null, true);
        }
        Optional<Path> file = resume.isPresent() ? files.find(validId(resume.get())) : files.newest(directory);
        if (file.isEmpty()) {
            return resume.map(id -> new Plan(id, null, false)).orElseGet(() -> new Plan(newId(), null, true));
        }
        String same = file.get().getFileName().toString().replace(".jsonl", "");
        String id = arguments.has("--fork-session") ? chosen.orElseGet(Launch::newId) : same;
        return new Plan(id, file.get(), true);
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

    private static String validId(String id) throws StartFailure {
        if (!ID.matcher(id).matches()) {
            throw new StartFailure("Error: --resume requires a valid session ID or session title when used with"
                    + " --print. Usage: claude -p --resume <session-id|title>. Provided value \"" + id
                    + "\" is not a UUID and does not match any session title.");
        }
        return id;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
