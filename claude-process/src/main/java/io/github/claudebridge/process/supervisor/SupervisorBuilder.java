package io.github.claudebridge.process.supervisor;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.supervisor.internal.Conversations;
import io.github.claudebridge.process.supervisor.internal.LostPrompts;
import io.github.claudebridge.process.supervisor.internal.SupervisorSettings;
import io.github.claudebridge.process.supervisor.internal.TranscriptLookup;
import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Describes a supervisor. Not thread-safe. */
public final class SupervisorBuilder {

    private final ConversationSource source;
    private SupervisorListener listener = event -> {};
    private @Nullable Path stateFolder;
    private LostPrompts lostPrompts = LostPrompts.UNKNOWN;
    private int maxLive = Integer.MAX_VALUE;
    private long maxMemory = Long.MAX_VALUE;
    private RestartPolicy restarts = RestartPolicy.DEFAULT;
    private Duration closeWithin = Duration.ofSeconds(20);
    private Clock clock = Clock.systemUTC();
    private ThreadFactory threads = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    SupervisorBuilder(ConversationSource source) {
        this.source = source;
    }

    /** Hears what the supervisor does. */
    public SupervisorBuilder listener(SupervisorListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * How many processes may live at once; as many as are wanted by default. When one more is wanted, the one that has been idle longest
     * is suspended first; while none is idle, the new one waits.
     *
     * @param limit at least 1
     */
    public SupervisorBuilder maxLive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("At least one process must be allowed to live, not " + limit);
        }
        maxLive = limit;
        return this;
    }

    /**
     * How much memory all processes may use together, with what they have started; any amount by default. Room is made as for
     * {@link #maxLive}; a process counts with 250 MiB at least. One process may always live. While all work, too much use is only told,
     * as {@link SupervisorEvent.MemoryExceeded}. Linux only: elsewhere each process counts with 250 MiB.
     *
     * @param bytes more than 0
     */
    public SupervisorBuilder maxMemory(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("The processes need some memory, not " + bytes);
        }
        maxMemory = bytes;
        return this;
    }

    /**
     * Where the supervisor keeps what outlives it: a ledger of its processes, by which those of a host that was killed are ended at the
     * next start; locks, so that a session has one process among all hosts that use this folder; and the CLI's temporary files. Without
     * a folder there is none of that.
     *
     * @param folder made if it is missing; its path should be short, at most 60 bytes, or the temporary files stay where the CLI puts
     *     them
     */
    public SupervisorBuilder stateFolder(Path folder) {
        stateFolder = folder;
        return this;
    }

    /**
     * Where the CLI keeps its sessions. With it a prompt that was with a process when it crashed is sent again, if the session has
     * certainly not seen it; without it, and otherwise, its turn fails.
     */
    public SupervisorBuilder transcripts(Transcripts transcripts) {
        lostPrompts = new TranscriptLookup(transcripts);
        return this;
    }

    /** What happens after a crash; {@link RestartPolicy#DEFAULT} by default. */
    public SupervisorBuilder restarts(RestartPolicy policy) {
        restarts = policy;
        return this;
    }

    /** How long closing may take; 20 s by default. */
    public SupervisorBuilder closeWithin(Duration limit) {
        closeWithin = limit;
        return this;
    }

    /**
     * Tells the time, by which it is decided what is due. With a clock that is not the machine's, call {@link Supervisor#checkNow} when
     * it has been set.
     */
    public SupervisorBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** Makes the threads: one for the time, three for each live process, and some for moments. Daemons by default. */
    public SupervisorBuilder threads(ThreadFactory threads) {
        this.threads = threads;
        return this;
    }

    /**
     * A supervisor that has not started anything yet. With a state folder it ends first what an earlier host left behind, and waits
     * until that is dead, for 8 s at most.
     */
    public Supervisor build() {
        return new Supervisor(Conversations.open(new SupervisorSettings(
                source,
                this::start,
                stateFolder,
                lostPrompts,
                listener,
                maxLive,
                maxMemory,
                restarts,
                closeWithin,
                clock,
                threads)));
    }

    private ClaudeProcess start(ConversationSpec spec, boolean resume, Transport transport, ClaudeListener watcher) {
        ClaudeProcessBuilder builder = ClaudeProcess.builder();
        spec.setup().accept(builder);
        builder.directory(spec.directory())
                .transport(transport)
                .listener(watcher)
                .threads(threads);
        return (resume ? builder.resume(spec.sessionId()) : builder.sessionId(spec.sessionId())).start();
    }
}
