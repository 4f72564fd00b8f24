package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a text file, with its line numbers. */
final class ReadTool implements Tool {
    private final Path directory;

    ReadTool(Path directory) {
        this.directory = directory;
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        return directory.resolve(input.text("file_path", "")).normalize().startsWith(directory);
    }

    @Override
    public ToolResult run(Call call) throws IOException {
        Path file = directory.resolve(call.input().text("file_path", ""));
        if (!Files.isRegularFile(file)) {
            return ToolResult.error("There is no file " + file);
        }
        String text = Files.readString(file);
        List<String> lines = List.of(text.split("\n", -1));
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            numbered.append(i == 0 ? "" : "\n").append(i + 1).append('\t').append(lines.get(i));
        }
        JsonObject content = JsonObject.of(
                "filePath", file.toString(),
                "content", text,
                "numLines", lines.size(),
                "startLine", 1,
                "totalLines", lines.size());
        return ToolResult.of(numbered.toString(), JsonObject.of("type", "text", "file", content));
    }
}
