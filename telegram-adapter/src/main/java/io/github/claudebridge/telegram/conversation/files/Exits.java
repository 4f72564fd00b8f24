package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The rule by which files leave a session: freely out of its own folder and the directory where it works, from anywhere else only if
 * somebody says so, and never what belongs to the bot itself or to other sessions. Thread-safe.
 */
final class Exits {

    private final SessionStore store;

    Exits(SessionStore store) {
        this.store = store;
    }

    /**
     * Judges a path, without opening anything.
     *
     * @param path absolute, or from where the session works
     * @throws io.github.claudebridge.session.SessionException if it is not known where the session works
     */
    Exit of(SessionName session, String path) {
        Path work = store.grants().workingDirectory(session);
        Path own = store.get(session).directory();
        String absolute = plain(path.startsWith("/") ? path : work + "/" + path);
        for (Path folder : List.of(work, own)) {
            String below = folder + "/";
            if (absolute.startsWith(below)) {
                return new Exit.Inside(folder, absolute.substring(below.length()));
            }
        }
        try {
            return elsewhere(work, own, Path.of(absolute).toRealPath());
        } catch (InvalidPathException | IOException e) {
            return new Exit.Shut("There is no such file, or it cannot be reached.");
        }
    }

    /** What people are asked about is where the path really leads, and later no link is followed on the way there. */
    private Exit elsewhere(Path work, Path own, Path real) {
        for (Path folder : List.of(work, own)) {
            if (real.startsWith(folder) && !real.equals(folder)) {
                return new Exit.Inside(folder, folder.relativize(real).toString());
            }
        }
        if (real.startsWith(store.home())) {
            return new Exit.Shut("It belongs to the bot itself, or to another session, and is never sent.");
        }
        return real.getNameCount() < 2
                ? new Exit.Shut("Files that lie directly in / are not sent.")
                : new Exit.Outside(
                        real.getRoot().resolve(real.subpath(0, 1)),
                        real.subpath(1, real.getNameCount()).toString());
    }

    /** Without steps up and steps on the spot. */
    private static String plain(String absolute) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : absolute.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }
}
