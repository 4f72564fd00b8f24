package io.github.claudebridge.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** A temporary home that is removed when it is closed. */
record DemoHome(Path folder) implements AutoCloseable {

    static DemoHome create() throws IOException {
        return new DemoHome(Files.createTempDirectory("claude-bridge-demo"));
    }

    /** Removes the folder with all that is in it. Closing again does nothing. */
    @Override
    public synchronized void close() {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
