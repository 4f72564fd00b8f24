package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replaces a part of a text file. */
final class Editing implements FileTool.Change {

    @Override
    public JsonObject normalised(JsonObject input) {
        return JsonObject.of("replace_all", false).withAll(input);
    }

    @Override
    public ToolResult apply(Path file, JsonObject input) throws IOException {
        String before = input.text("old_string", "");
        String after = input.text("new_string", "");
        if (!Files.isRegularFile(file)) {
            return ToolResult.error("There is no file " + file);
        }
        String text = Files.readString(file);
        int at = text.indexOf(before);
        if (at < 0) {
            return ToolResult.error("The file does not hold the text to replace: " + before);
        }
        Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
        JsonObject detail = JsonObject.of(
                "filePath", file.toString(), "oldString", before, "newString", after, "originalFile", text);
        return ToolResult.of("Changed " + file, detail);
    }
}
