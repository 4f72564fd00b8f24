package io.github.claudebridge.process.supervisor;

/**
 * Hears what the supervisor does. Called from its threads: for each conversation one call at a time and in order, for different ones at
 * the same time. It may take its time; what it throws is logged and harms nothing.
 */
@FunctionalInterface
public interface SupervisorListener {

    /** Something has happened. */
    void on(SupervisorEvent event);
}
