package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.internal.FileNames;
import io.github.claudebridge.session.internal.LinkTargets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The path of an entry below the one folder of an archive: relative, and without any way up.
 *
 * @param top name of that folder
 * @param parts the names below it; empty for the folder itself
 */
record EntryPath(String top, List<String> parts) {

    private static final int LONGEST = 4096;
    private static final int LONGEST_PART = 255;

    EntryPath {
        parts = List.copyOf(parts);
    }

    /** Reads the name of an entry; empty when it is not safe. */
    static Optional<EntryPath> parse(String name) {
        String path = name.startsWith("./") ? name.substring(2) : name;
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (trimmed.length() > LONGEST || trimmed.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        List<String> names = List.of(trimmed.split("/", -1));
        return names.stream().allMatch(EntryPath::isSafe)
                ? Optional.of(new EntryPath(names.get(0), names.subList(1, names.size())))
                : Optional.empty();
    }

    private static boolean isSafe(String part) {
        return !part.isEmpty()
                && !part.equals(".")
                && !part.equals("..")
                && part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PART;
    }

    /** The path below the top folder, with slashes. */
    String below() {
        return String.join("/", parts);
    }

    /** The first name below the top folder; empty for the top folder itself. */
    String section() {
        return parts.isEmpty() ? "" : parts.get(0);
    }

    /** The place of the entry when the top folder is this one. */
    Path in(Path folder) {
        Path place = folder;
        for (String part : parts) {
            place = FileNames.in(place, part);
        }
        return place;
    }

    /** Says whether a link at this place leads to something in its own section, or in its own attachment. */
    boolean mayLinkTo(String target) {
        int own = section().equals("attachments") ? 2 : 1;
        return parts.size() > own && LinkTargets.staysInside(parts.size() - own - 1, target);
    }
}
