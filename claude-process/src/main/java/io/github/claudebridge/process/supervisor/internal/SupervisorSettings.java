package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ConversationSource;
import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.SupervisorListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor is made with.
 *
 * @param source describes conversations
 * @param starter starts processes
 * @param stateFolder where it keeps its ledger, locks and temporary files; null for nowhere
 * @param lostPrompts tells which prompts may be sent again after a crash
 * @param listener hears what happens
 * @param maxLive how many processes may live at once
 * @param maxMemory how many bytes all processes may use together
 * @param restarts what happens after a crash
 * @param closeWithin how long closing may take
 * @param clock tells the time
 * @param threads makes the threads
 */
public record SupervisorSettings(
        ConversationSource source,
        ProcessStarter starter,
        @Nullable Path stateFolder,
        LostPrompts lostPrompts,
        SupervisorListener listener,
        int maxLive,
        long maxMemory,
        RestartPolicy restarts,
        Duration closeWithin,
        Clock clock,
        ThreadFactory threads) {}
