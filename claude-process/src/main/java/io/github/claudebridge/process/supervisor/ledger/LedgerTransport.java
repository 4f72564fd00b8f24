package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.PipeTransport;
import io.github.claudebridge.process.transport.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs commands as another transport does, and writes them down. Thread-safe. */
public final class LedgerTransport implements Transport {

    private final Transport transport;
    private final ProcessLedger ledger;

    public LedgerTransport(Transport transport, ProcessLedger ledger) {
        this.transport = transport;
        this.ledger = ledger;
    }

    @Override
    public Connection start(Launch launch) {
        String mark = UUID.randomUUID().toString();
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.put(PipeTransport.MARK, mark);
        ledger.starting(mark);
        Connection connection;
        try {
            connection = transport.start(new Launch(launch.command(), launch.directory(), environment));
        } catch (RuntimeException | Error failed) {
            ledger.gone(mark);
            throw failed;
        }
        record(mark, connection.pid(), launch.command());
        return new RecordedConnection(connection, mark, ledger);
    }

    private void record(String mark, long pid, List<String> command) {
        // What the system shows as the command right after the start may still be the one before it.
        ProcessId.of(pid)
                .map(process -> new ProcessId(pid, process.started(), String.join(" ", command)))
                .ifPresent(root -> ledger.running(mark, root));
    }
}
