package io.github.claudebridge.process.testing.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;

/** A running command line, as its host sees it. */
public interface Conversation extends AutoCloseable {

    /** Its standard input. */
    OutputStream input();

    /** Its standard output. */
    InputStream output();

    /** Sends a signal, by its name without {@code SIG}. */
    void signal(String name) throws IOException, InterruptedException;

    /** Waits for its end; empty where it has not come within the time. */
    OptionalInt exitCode(Duration time) throws InterruptedException;

    /** Ends it with all that it has started. */
    @Override
    void close();
}
