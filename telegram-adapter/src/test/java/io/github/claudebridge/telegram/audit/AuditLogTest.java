package io.github.claudebridge.telegram.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.internal.ManualTimers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static AuditEntry entry(String subject) {
        return new AuditEntry("work", 7, "permission", subject, "allow", "once");
    }

    @Test
    void EXP_10_every_entry_is_one_line_that_only_the_owner_can_read() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        new AuditLog(file, CLOCK).add(entry("Bash\nrm \"x\""));

        assertThat(Files.readAllLines(file)).singleElement().satisfies(line -> {
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(json.path("at").asText()).isEqualTo("2026-11-22T10:00:00Z");
            assertThat(json.path("subject").asText()).isEqualTo("Bash\nrm \"x\"");
            assertThat(json.path("user").asLong()).isEqualTo(7);
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void EXP_10_entries_are_only_added_also_by_several_threads_and_after_a_restart() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        AuditLog log = new AuditLog(file, CLOCK);
        IntStream.range(0, 50).parallel().forEach(number -> log.add(entry("n" + number)));
        new AuditLog(file, CLOCK).add(entry("last"));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(51).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.get(50)).contains("\"last\"");
    }

    @Test
    void EXP_10_a_large_log_is_moved_beside_and_nothing_of_it_is_lost() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        ManualTimers clock = new ManualTimers();
        AuditLog log = new AuditLog(file, clock, 300);
        for (int i = 0; i < 10; i++) {
            log.add(entry("n" + i));
            clock.pass(Duration.ofSeconds(1));
        }

        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.sorted().toList()) {
                assertThat(Files.size(one)).isLessThan(600);
                lines.addAll(Files.readAllLines(one));
            }
        }
        assertThat(lines).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void of_a_long_subject_the_beginning_is_kept() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        new AuditLog(file, CLOCK).add(entry("x".repeat(100_000)));
        assertThat(Files.readString(file)).hasSizeLessThan(9_000).contains("100000 characters");
    }

    @Test
    void a_link_in_its_place_is_not_followed_and_holds_nothing_up() throws Exception {
        Path target = folder.resolve("target");
        Path file = Files.createSymbolicLink(folder.resolve("audit.jsonl"), target);
        assertThatCode(() -> new AuditLog(file, CLOCK).add(entry("x"))).doesNotThrowAnyException();
        assertThat(target).doesNotExist();
    }
}
