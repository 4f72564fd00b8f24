package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/** A tool that changes one file in a way of its own. */
final class FileTool implements Tool {
    private final Path directory;
    private final Checkpoints checkpoints;
    private final Change change;

    FileTool(Path directory, Checkpoints checkpoints, Change change) {
        this.directory = directory;
        this.checkpoints = checkpoints;
        this.change = change;
    }

    /** How a file is changed. */
    interface Change {
        ToolResult apply(Path file, JsonObject input) throws IOException;

        /** The input with what the command line adds to it. */
        default JsonObject normalised(JsonObject input) {
            return input;
        }
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        return false;
    }

    @Override
    public boolean isEdit(JsonObject input) {
        return file(input).normalize().startsWith(directory);
    }

    @Override
    public JsonObject normalised(JsonObject input) {
        return change.normalised(input);
    }

    @Override
    public ToolResult run(Call call) throws IOException {
        Path file = file(call.input());
        checkpoints.keep(call.promptId(), file);
        return change.apply(file, call.input());
    }

    private Path file(JsonObject input) {
        return directory.resolve(input.text("file_path", ""));
    }
}
