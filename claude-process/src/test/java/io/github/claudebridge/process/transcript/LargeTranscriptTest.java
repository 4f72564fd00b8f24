package io.github.claudebridge.process.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeTranscriptTest {

    @Test
    void reads_a_file_that_is_four_times_as_large_as_the_heap(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TranscriptMeasurement.class.getName(),
                        folder.resolve("large.jsonl").toString(),
                        "64")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(log).content().contains("poll: 64 MB").doesNotContain("OutOfMemoryError");
        assertThat(child.exitValue()).isZero();
    }
}
