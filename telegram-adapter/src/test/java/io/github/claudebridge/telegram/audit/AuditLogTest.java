package io.github.claudebridge.telegram.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
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
