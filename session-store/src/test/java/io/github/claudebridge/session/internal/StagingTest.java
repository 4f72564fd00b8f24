package io.github.claudebridge.session.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    @TempDir
    Path parent;

    @Test
    void what_a_living_process_works_on_stays() throws IOException {
        Path mine = new Staging(parent).begin();

        new Staging(parent).sweep();

        assertThat(mine).exists();
    }

    @Test
    void what_an_earlier_process_of_the_same_number_left_is_deleted() throws IOException {
        long self = ProcessHandle.current().pid();
        Path leftover = Files.createDirectory(parent.resolve(".staging-" + self + "-abcdef01t1-" + UUID.randomUUID()));
        Path dead = Files.createDirectory(parent.resolve(".staging-999999999-7-" + UUID.randomUUID()));
        Path other = Files.createDirectory(parent.resolve(".staging-of-somebody-else"));

        new Staging(parent).sweep();

        assertThat(leftover).doesNotExist();
        assertThat(dead).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void nothing_is_deleted_of_a_process_whose_start_is_not_told(@TempDir Path proc) throws IOException {
        Files.writeString(Files.createDirectory(proc.resolve("self")).resolve("stat"), "");
        Files.createDirectory(proc.resolve("999999999"));
        Files.createDirectory(proc.resolve("1"));
        Path hidden = Files.createDirectory(parent.resolve(".staging-999999999-abcdef01t1-" + UUID.randomUUID()));
        Path gone = Files.createDirectory(parent.resolve(".staging-999999998-abcdef01t1-" + UUID.randomUUID()));

        new Staging(parent, new ProcessStart(proc)).sweep();

        assertThat(hidden).exists();
        assertThat(gone).doesNotExist();
    }

    @Test
    void nothing_is_deleted_where_processes_of_other_users_are_hidden(@TempDir Path proc) throws IOException {
        Files.writeString(Files.createDirectory(proc.resolve("self")).resolve("stat"), "");
        Path hidden = Files.createDirectory(parent.resolve(".staging-999999999-abcdef01t1-" + UUID.randomUUID()));

        new Staging(parent, new ProcessStart(proc)).sweep();

        assertThat(hidden).exists();
    }

    @Test
    void nothing_is_deleted_of_a_living_process_whose_start_was_told_in_another_way() throws IOException {
        long self = ProcessHandle.current().pid();
        Path mine = Files.createDirectory(parent.resolve(".staging-" + self + "-0-" + UUID.randomUUID()));

        new Staging(parent).sweep();

        assertThat(mine).exists();
    }

    @Test
    void the_start_of_a_process_does_not_depend_on_the_time_of_day() {
        long self = ProcessHandle.current().pid();

        assertThat(ProcessStart.SYSTEM.of(self))
                .isEqualTo(ProcessStart.SYSTEM.of(self))
                .isPresent();
        assertThat(ProcessStart.SYSTEM.of(self).orElseThrow())
                .matches(Files.exists(Path.of("/proc/self/stat")) ? "[0-9a-f]{8}t\\d+" : "\\d+");
        assertThat(ProcessStart.SYSTEM.of(999_999_999)).isEmpty();
    }
}
