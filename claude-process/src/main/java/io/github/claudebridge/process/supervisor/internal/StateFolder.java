package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.supervisor.ledger.LedgerTransport;
import io.github.claudebridge.process.supervisor.ledger.OrphanSweep;
import io.github.claudebridge.process.supervisor.ledger.ProcessLedger;
import io.github.claudebridge.process.supervisor.ledger.SweepReport;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a supervisor keeps on disk: the ledger of its processes, the locks of their sessions, their temporary files. Thread-safe. */
final class StateFolder implements Resources.Source, AutoCloseable {

    private final SessionLocks locks;
    private final TemporaryFolders temporary;
    private final ProcessLedger ledger;
    private final SweepReport swept;

    /** Opens it, after ending what hosts left behind that were killed. */
    StateFolder(Path folder, Instant now) {
        Path processes = folder.toAbsolutePath().resolve("processes");
        swept = OrphanSweep.sweep(processes);
        locks = new SessionLocks(folder.toAbsolutePath().resolve("locks"));
        temporary = new TemporaryFolders(folder.resolve("tmp"));
        temporary.sweep(now);
        ledger = ProcessLedger.open(processes);
    }

    /** Writes down what these processes have started by now, so that it is found even when they are dead. */
    void recordChildren(Collection<Long> pids) {
        pids.forEach(ledger::recordChildren);
    }

    SweepReport swept() {
        return swept;
    }

    @Override
    public Resources take(String key, ConversationSpec spec) {
        return new Held(key, locks.lock(spec.sessionId()));
    }

    void forget(String key) {
        temporary.forget(key);
    }

    @Override
    public void close() {
        ledger.close();
    }

    private final class Held implements Resources {

        private final String key;
        private SessionLock lock;
        private long pid;

        private Held(String key, SessionLock lock) {
            this.key = key;
            this.lock = lock;
        }

        @Override
        public ConversationSpec apply(ConversationSpec spec) {
            Path folder = temporary.of(key);
            return folder == null
                    ? spec
                    : spec.with(builder -> builder.environment(Map.of("CLAUDE_CODE_TMPDIR", folder.toString())));
        }

        @Override
        public Transport over(Transport transport) {
            return new LedgerTransport(transport, ledger);
        }

        @Override
        public synchronized void heldBy(long process) {
            pid = process;
            lock.heldBy(process);
        }

        @Override
        public synchronized void follow(UUID sessionId) {
            SessionLock former = lock;
            lock = locks.lock(sessionId);
            lock.heldBy(pid);
            former.close();
        }

        @Override
        public synchronized void close() {
            if (lock.leave()) {
                temporary.processEnded(key);
            }
        }
    }
}
