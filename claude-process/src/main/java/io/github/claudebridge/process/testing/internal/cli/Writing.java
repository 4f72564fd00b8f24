package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a whole text file. */
final class Writing implements FileTool.Change {

    @Override
    public ToolResult apply(Path file, JsonObject input) throws IOException {
        boolean isNew = !Files.exists(file);
        String content = input.text("content", "");
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, content);
        JsonObject detail =
                JsonObject.of("type", isNew ? "create" : "update", "filePath", file.toString(), "content", content);
        return ToolResult.of((isNew ? "Created " : "Updated ") + file, detail);
    }
}
