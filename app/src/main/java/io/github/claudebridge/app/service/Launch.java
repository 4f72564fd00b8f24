package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How this program is started again: the same Java and jar, with flags for a small program that lives long and waits most of its time,
 * and with an archive of its classes, which the JVM ignores where it does not fit. The launcher {@code bin/claude-bridge} has the same
 * flags. Immutable.
 */
record Launch(Path java, Path jar) {

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The flags, but for the archive. */
    static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=48m",
            "-Xss512k",
            "-Xms8m",
            "-Xmx256m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20");

    /**
     * As this process was started.
     *
     * @throws StartException if it does not run from the jar
     */
    static Launch ofThis() throws StartException {
        String java = ProcessHandle.current()
                .info()
                .command()
                .orElseThrow(() -> new StartException(ExitCode.INTERNAL, "It is not known which Java this runs on."));
        try {
            Path jar = Path.of(Launch.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar)) {
                return new Launch(Path.of(java), jar);
            }
        } catch (URISyntaxException e) {
            // As if it were no file.
        }
        throw new StartException(
                ExitCode.NO_INPUT, "This does not run from claude-bridge.jar, which the service needs.");
    }

    /** The command that starts it with these arguments. */
    List<String> command(String... arguments) {
        List<String> words = new ArrayList<>(List.of(java.toString()));
        words.addAll(FLAGS);
        words.add("-XX:SharedArchiveFile=" + archive());
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Where the archive of classes is: beside the jar. */
    Path archive() {
        return jar.resolveSibling("claude-bridge.jsa");
    }

    /** Makes the archive by a start on trial. Where that does not work the program starts slower, and that is all. */
    void prepare() {
        Path fresh = archive().resolveSibling("claude-bridge.jsa.new");
        List<String> words = new ArrayList<>(List.of(java.toString()));
        words.addAll(FLAGS);
        words.addAll(
                List.of("-XX:ArchiveClassesAtExit=" + fresh, "-jar", jar.toString(), "demo", "--once", "say ready"));
        try {
            Process trial = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!trial.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                trial.destroyForcibly();
            }
            if (Files.exists(fresh)) {
                Files.move(fresh, archive(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("The archive of classes was not made: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
