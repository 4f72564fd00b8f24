package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ledger.ProcessId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLocksTest {

    private final UUID session = UUID.randomUUID();

    @TempDir
    Path folder;

    private static void assertBusy(ThrowingCallable attempt, UUID session, long pid) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ClaudeException.class,
                        failure -> assertThat(failure.error()).isEqualTo(new ClaudeError.SessionBusy(session, pid)));
    }

    @Test
    void gives_a_session_to_one_at_a_time() {
        SessionLock lock = new SessionLocks(folder).lock(session);

        assertBusy(() -> new SessionLocks(folder).lock(session), session, 0);
        lock.close();
        new SessionLocks(folder).lock(session).close();
    }

    @Test
    void gives_a_session_to_one_at_a_time_whatever_way_leads_to_the_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("locks")));
        try (SessionLock held = new SessionLocks(folder.resolve("locks")).lock(session)) {
            assertBusy(() -> new SessionLocks(link).lock(session), session, 0);
            assertThat(held.holder()).isEmpty();
        }
    }

    @Test
    void gives_other_sessions_at_the_same_time() {
        try (SessionLock one = new SessionLocks(folder).lock(session);
                SessionLock other = new SessionLocks(folder).lock(UUID.randomUUID())) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void keeps_a_session_for_a_process_that_could_not_be_ended() {
        long pid = ProcessHandle.current().pid();
        SessionLock lock = new SessionLocks(folder).lock(session);
        lock.heldBy(pid);

        assertThat(lock.leave()).isFalse();
        assertBusy(() -> new SessionLocks(folder).lock(session), session, pid);
    }

    @Test
    void gives_a_session_that_its_process_has_left_for_another() {
        SessionLock lock = new SessionLocks(folder).lock(session);
        lock.heldBy(ProcessHandle.current().pid());
        lock.close();

        assertThat(new SessionLocks(folder).lock(session).leave()).isTrue();
    }

    @Test
    void refuses_a_session_whose_process_has_outlived_its_host() throws Exception {
        ProcessId alive = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        Files.writeString(folder.resolve(session + ".lock"), alive.pid() + " " + alive.started());

        assertBusy(() -> new SessionLocks(folder).lock(session), session, alive.pid());
    }

    @Test
    void refuses_a_session_whose_process_may_live_as_far_as_the_system_tells() throws Exception {
        Files.writeString(folder.resolve(session + ".lock"), "999999999 0123456789ab_1");

        assertBusy(() -> new SessionLocks(folder, process -> false).lock(session), session, 999_999_999);
    }

    @Test
    void gives_a_session_whose_process_is_dead_whatever_has_its_number_now() throws Exception {
        long pid = ProcessHandle.current().pid();
        Files.writeString(folder.resolve(session + ".lock"), pid + " 0123456789ab_1");

        new SessionLocks(folder).lock(session).close();
    }

    @Test
    void is_not_confused_by_a_torn_file() throws Exception {
        Files.writeString(folder.resolve(session + ".lock"), "12 ");

        new SessionLocks(folder).lock(session).close();
    }
}
