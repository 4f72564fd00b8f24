package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.SupervisorListener;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What all conversations have in common.
 *
 * @param pool runs what takes time
 * @param clock tells the time
 * @param alarms wake up
 * @param places shares out the processes
 * @param launcher starts a process
 * @param lostPrompts tells which prompts may be sent again after a crash
 * @param restarts what happens after a crash
 * @param listener hears what happens
 */
record Shared(
        Executor pool,
        Clock clock,
        Alarms alarms,
        Places places,
        Launcher launcher,
        LostPrompts lostPrompts,
        RestartPolicy restarts,
        SupervisorListener listener) {}
