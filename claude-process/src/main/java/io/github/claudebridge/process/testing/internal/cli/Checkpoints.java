package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What files held before a message of the user led to their change. Thread-safe. */
final class Checkpoints {
    private final Map<String, Map<Path, Optional<String>>> before = new ConcurrentHashMap<>();
    private final boolean enabled;

    Checkpoints(boolean enabled) {
        this.enabled = enabled;
    }

    /** Keeps what a file holds now, unless it was kept for this message already. */
    synchronized void keep(String promptId, Path file) throws IOException {
        if (!enabled) {
            return;
        }
        Map<Path, Optional<String>> files = before.computeIfAbsent(promptId, id -> new LinkedHashMap<>());
        if (!files.containsKey(file)) {
            files.put(file, Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty());
        }
    }

    /** Answers a request to rewind. */
    synchronized JsonObject rewind(String promptId, boolean onlyLook) throws IOException {
        Map<Path, Optional<String>> files = before.get(promptId);
        if (files == null) {
            return JsonObject.of("canRewind", false, "error", "No file checkpoint found for this message.");
        }
        if (onlyLook) {
            List<String> names = files.keySet().stream().map(Path::toString).toList();
            return JsonObject.of(
                    "canRewind", true, "filesChanged", names, "insertions", names.size(), "deletions", names.size());
        }
        for (Map.Entry<Path, Optional<String>> file : files.entrySet()) {
            if (file.getValue().isPresent()) {
                Files.writeString(file.getKey(), file.getValue().get());
            } else {
                Files.deleteIfExists(file.getKey());
            }
        }
        return JsonObject.of("canRewind", true, "skippedLinks", 0);
    }
}
