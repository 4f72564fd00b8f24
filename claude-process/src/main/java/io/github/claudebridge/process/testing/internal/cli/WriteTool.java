package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a whole text file. */
final class WriteTool implements Tool {
    private final Path directory;

    WriteTool(Path directory) {
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
        boolean isNew = !Files.exists(file);
        String content = input.text("content", "");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        JsonObject detail =
                JsonObject.of("type", isNew ? "create" : "update", "filePath", file.toString(), "content", content);
        String told = isNew ? "File created successfully at: " : "The file has been updated: ";
        return ToolResult.of(told + file, detail);
    }
}
