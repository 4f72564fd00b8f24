package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replaces a part of a text file. */
final class EditTool implements Tool {
    private final Path directory;

    EditTool(Path directory) {
        this.directory = directory;
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        return false;
    }

    @Override
    public boolean isEdit(JsonObject input) {
        return directory.resolve(input.text("file_path", "")).normalize().startsWith(directory);
    }

    @Override
    public ToolResult run(JsonObject input, Cancellation cancellation) throws IOException {
        Path file = directory.resolve(input.text("file_path", ""));
        String before = input.text("old_string", "");
        String after = input.text("new_string", "");
        if (!Files.isRegularFile(file)) {
            return ToolResult.error("File does not exist.");
        }
        String text = Files.readString(file);
        int at = text.indexOf(before);
        if (at < 0) {
            return ToolResult.error("String to replace not found in file.\nString: " + before);
        }
        Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
        JsonObject detail = JsonObject.of(
                "filePath", file.toString(), "oldString", before, "newString", after, "originalFile", text);
        return ToolResult.of("The file " + file + " has been updated successfully.", detail);
    }
}
