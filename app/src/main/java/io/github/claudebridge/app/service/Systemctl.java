package io.github.claudebridge.app.service;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells the systemd of this user what to do. Thread-safe. */
public final class Systemctl {

    /** Longer than the service may take to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int LONGEST = 64 * 1024;

    private final List<String> command;
    private final Duration patience;

    /** The one that the host has. */
    public Systemctl() {
        this(List.of("systemctl", "--user", "--no-pager"), PATIENCE);
    }

    Systemctl(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /**
     * What it said. Immutable.
     *
     * @param code its exit code
     * @param text its output and its errors, of more than 64 KiB the beginning
     */
    public record Reply(int code, String text) {

        /** Whether it did what it was told. */
        public boolean isDone() {
            return code == 0;
        }
    }

    /**
     * Runs it and waits for its end.
     *
     * @throws ServiceException if there is none, or it does not end
     */
    public Reply run(String... arguments) throws ServiceException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        try {
            // A file, because it is never full and needs nobody who reads it.
            Path output = Files.createTempFile("systemctl-", ".txt");
            try {
                return run(words, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new ServiceException(String.join(" ", words) + " cannot be heard: " + e.getMessage());
        }
    }

    private Reply run(List<String> words, Path output) throws ServiceException, IOException {
        Process process = start(words, output);
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServiceException(String.join(" ", words) + " does not end. Look at: systemctl --user status");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(String.join(" ", words) + " was interrupted.");
        } finally {
            process.destroyForcibly();
        }
        try (InputStream said = Files.newInputStream(output)) {
            return new Reply(process.exitValue(), new String(said.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        }
    }

    private static Process start(List<String> words, Path output) throws ServiceException {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            throw new ServiceException(
                    "There is no systemd here. Start the bot by what this host uses instead, as: claude-bridge run");
        }
    }
}
