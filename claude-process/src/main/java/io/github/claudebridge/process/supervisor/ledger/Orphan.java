package io.github.claudebridge.process.supervisor.ledger;

/**
 * A process that outlived the host that started it. Immutable and thread-safe.
 *
 * @param pid its process id
 * @param command its command line; empty where the system does not tell
 */
public record Orphan(long pid, String command) {}
