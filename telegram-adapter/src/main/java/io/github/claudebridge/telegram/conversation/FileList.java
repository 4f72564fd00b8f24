package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.json.Json;
import java.util.List;
import java.util.Map;

/** The files of a message in the form in which the journal keeps them until they are fetched. */
final class FileList {

    private FileList() {}

    static String write(List<UserFile> files) {
        return files.isEmpty()
                ? ""
                : Json.of(files.stream().map(FileList::fields).toList()).text();
    }

    private static Map<String, Object> fields(UserFile file) {
        return Map.of(
                "id", file.id(),
                "kind", file.kind().name(),
                "name", file.name(),
                "type", file.mediaType(),
                "size", file.size());
    }

    /** Reads what {@link #write} wrote. */
    static List<UserFile> read(String files) {
        return files.isEmpty()
                ? List.of()
                : Json.parse(files).elements().stream().map(FileList::file).toList();
    }

    private static UserFile file(Json fields) {
        return new UserFile(
                fields.string("id").orElse(""),
                UserFile.Kind.valueOf(fields.string("kind").orElse(UserFile.Kind.DOCUMENT.name())),
                fields.string("name").orElse(""),
                fields.string("type").orElse(""),
                (long) fields.number("size").orElse(0));
    }
}
