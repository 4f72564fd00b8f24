package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ledger.ProcessId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that is locked. Thread-safe. */
final class SessionLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SessionLock.class);
    private static final int MAX_BYTES = 128;

    private final FileChannel channel;
    private final Predicate<ProcessId> dead;
    private final Runnable released;

    SessionLock(FileChannel channel, Predicate<ProcessId> dead, Runnable released) {
        this.channel = channel;
        this.dead = dead;
        this.released = released;
    }

    /** Says which process has the session. */
    void heldBy(long pid) {
        ProcessId.of(pid)
                .ifPresentOrElse(
                        process -> write(process.pid() + " " + process.started()),
                        () -> log.debug(
                                "The system does not tell of process {}, so its lock ends with this host", pid));
    }

    private void write(String text) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            log.warn("The lock of a session does not say whose it is: once this host is dead it is open", e);
        }
    }

    /** The process that has the session, or had it last. */
    Optional<ProcessId> holder() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        channel.read(bytes, 0);
        String[] words = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).split(" ", -1);
        return words.length == 2 && words[0].matches("\\d{1,18}")
                ? Optional.of(new ProcessId(Long.parseLong(words[0]), words[1], ""))
                : Optional.empty();
    }

    /** Gives the session free; where its process could not be ended, only once that is dead. Whether it is free now. */
    boolean leave() {
        boolean free = isFree();
        release(free);
        return free;
    }

    /** Whether no process has the session, for certain. */
    boolean isFree() {
        try {
            return holder().filter(dead.negate()).isEmpty();
        } catch (IOException notTold) {
            return false;
        }
    }

    /** Gives the session free. */
    @Override
    public void close() {
        release(true);
    }

    private void release(boolean empty) {
        if (!channel.isOpen()) {
            return;
        }
        try (FileChannel closing = channel) {
            if (empty) {
                closing.truncate(0);
            }
        } catch (IOException e) {
            // The lock goes with the channel; what stays in the file names a process that is dead.
            log.warn("The lock of a session cannot be emptied", e);
        } finally {
            released.run();
        }
    }
}
