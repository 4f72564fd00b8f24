package io.github.claudebridge.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Path program;
    private Path told;

    @BeforeEach
    void writeDownWhatIsTold() throws Exception {
        told = Files.createFile(folder.resolve("told"));
        program = Files.createFile(
                folder.resolve("notify"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(program, "#!/bin/sh\necho \"$1\" >> '" + told + "'\n");
    }

    @Test
    void systemd_learns_that_the_bot_is_ready_lives_and_stops() throws Exception {
        Map<String, String> environment = Map.of("NOTIFY_SOCKET", "/run/notify", "WATCHDOG_USEC", "20000");
        try (Watchdog dog = Watchdog.ready(environment, () -> true, program.toString())) {
            await().atMost(LIMIT).until(() -> Files.readString(told).contains("WATCHDOG=1"));
            assertThat(dog).isNotNull();
        }

        assertThat(Files.readAllLines(told)).startsWith("READY=1").endsWith("STOPPING=1");
    }

    @Test
    void a_bot_that_does_not_live_any_more_is_silent() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        Map<String, String> environment = Map.of("NOTIFY_SOCKET", "/run/notify", "WATCHDOG_USEC", "20000");
        try (Watchdog dog = Watchdog.ready(
                environment,
                () -> {
                    asked.set(true);
                    return false;
                },
                program.toString())) {
            await().atMost(LIMIT)
                    .until(() -> asked.get() && Files.readString(told).contains("READY=1"));
            assertThat(dog).isNotNull();
        }

        assertThat(Files.readString(told)).doesNotContain("WATCHDOG");
    }

    @Test
    void where_systemd_does_not_wait_nothing_is_told() throws Exception {
        Watchdog.ready(Map.of("WATCHDOG_USEC", "20000"), () -> true, program.toString())
                .close();

        assertThat(told).isEmptyFile();
    }
}
