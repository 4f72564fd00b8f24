package io.github.claudebridge.process.transport;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * A running command. Thread-safe, but each stream is for one thread at a time. Reading ends when the command and everything that
 * inherited its output are gone; a write may block for as long as the command does not read.
 */
public interface Connection {

    /** Its stdin. */
    OutputStream input();

    /** Its stdout. */
    InputStream output();

    /** Its stderr. */
    InputStream errors();

    /** Its process id; 0 where there is no process. */
    long pid();

    /** Completes with the exit code: 128 + n after signal n. Never completes exceptionally. */
    CompletableFuture<Integer> onExit();

    /** Asks it to end, as SIGTERM does. Returns at once. */
    void terminate();

    /**
     * Ends it and everything it started, by force, also what has detached itself and also when it is already gone itself. Returns when
     * they are gone, after two seconds at most.
     */
    void killTree();

    /** Whether anything that it started, or it itself, still lives. */
    boolean isTreeAlive();
}
