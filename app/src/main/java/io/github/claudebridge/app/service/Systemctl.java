package io.github.claudebridge.app.service;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells the systemd of this user what to do. Thread-safe. */
public final class Systemctl {

    private static final int PATIENCE_SECONDS = 90;
    private static final int LONGEST = 64 * 1024;

    private final List<String> command;

    /** The one that the host has. */
    public Systemctl() {
        this(List.of("systemctl", "--user", "--no-pager"));
    }

    Systemctl(List<String> command) {
        this.command = List.copyOf(command);
    }

    /**
     * What it said. Immutable.
     *
     * @param code its exit code
     * @param text its output and its errors, at most 64 KiB
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
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
        } catch (IOException e) {
            throw new ServiceException(
                    "There is no systemd here. Start the bot by what this host uses instead, as: claude-bridge run");
        }
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ServiceException(String.join(" ", words) + " does not end. Look at: systemctl --user status");
            }
            return new Reply(process.exitValue(), text);
        } catch (IOException e) {
            throw new ServiceException(String.join(" ", words) + " broke off.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(String.join(" ", words) + " was interrupted.");
        } finally {
            process.destroy();
        }
    }
}
