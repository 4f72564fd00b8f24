package io.github.claudebridge.process.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, whose heap holds nothing of other tests. */
class SuspendedHeapTest {

    private static final long LIMIT = 2 << 20;

    @TempDir
    Path folder;

    @Test
    void a_thousand_suspended_conversations_take_less_than_two_megabytes() throws Exception {
        Process measurement = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SuspendedHeap.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(measurement.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(measurement.waitFor()).as(said).isZero();
        assertThat(Long.parseLong(said.substring(said.lastIndexOf('\n') + 1))).isLessThan(LIMIT);
    }
}
