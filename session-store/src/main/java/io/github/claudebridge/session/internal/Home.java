package io.github.claudebridge.session.internal;

import java.nio.file.Path;
import java.util.List;

/**
 * Where things lie in a home. Immutable and thread-safe.
 *
 * @param root absolute path of the home
 */
public record Home(Path root) {

    /** The folders of the sessions. */
    public Path sessions() {
        return root.resolve("sessions");
    }

    /** The folder of one session. */
    public Path session(String name) {
        return sessions().resolve(name);
    }

    /** The library of personas. */
    public Path personas() {
        return root.resolve("personas");
    }

    /** The archives. */
    public Path archives() {
        return root.resolve("sessions_archive");
    }

    /** What only this program writes, and only its owner reads. */
    public Path state() {
        return root.resolve("state");
    }

    /** The lock files. */
    public Path locks() {
        return state().resolve("locks");
    }

    /** The rights of one session. */
    public Path grants(String name) {
        return state().resolve("grants").resolve(name + ".json");
    }

    /** The last metadata of one session that this program wrote. */
    public Path lastGood(String name) {
        return state().resolve("metadata").resolve(name + ".json");
    }

    /** What one session may do without being asked again. */
    public Path rules(String name) {
        return state().resolve("rules").resolve(name + ".json");
    }

    /** All that is kept about one session outside of its folder, and goes with it; the rights are the first of it. */
    public List<Path> belongings(String name) {
        return List.of(grants(name), rules(name), lastGood(name));
    }
}
