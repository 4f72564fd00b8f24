package io.github.claudebridge.app.control;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot that runs is asked to do. Immutable. */
public sealed interface Request {

    /**
     * Puts a session into an archive and prints where it is.
     *
     * @param name of the session
     */
    record Archive(String name, boolean zstd, boolean workspace) implements Request {}

    /**
     * Deletes a session.
     *
     * @param name of the session
     */
    record Delete(String name) implements Request {}

    /**
     * Says something in a chat and waits until it is delivered, for a while.
     *
     * @param chat null for the owner's
     * @param topic of the chat; 0 for none
     * @param markdown may be empty if there are files
     * @param files absolute paths without links
     */
    record Send(@Nullable Long chat, long topic, String markdown, List<Path> files, boolean silent) implements Request {
        public Send {
            files = List.copyOf(files);
        }
    }

    /** Reads the configuration again. */
    record Reload() implements Request {}

    /** Tells how the bot is, as one JSON object. */
    record Status() implements Request {}

    /**
     * Ends the process of a session and keeps it from being started for as long as the asker stays connected.
     *
     * @param name of the session
     */
    record TakeOver(String name) implements Request {}
}
