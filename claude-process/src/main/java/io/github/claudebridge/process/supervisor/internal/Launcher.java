package io.github.claudebridge.process.supervisor.internal;

import java.util.function.Consumer;

/** Starts the process of a conversation. Thread-safe. */
@FunctionalInterface
interface Launcher {

    /**
     * Starts it, and returns when it is ready.
     *
     * @param watcher hears what happens
     * @param history what is known of the history
     * @param lifeline holds on to what is started
     * @param starting told before it is started, whether there is a history to go on with
     * @throws io.github.claudebridge.process.error.ClaudeException when it cannot be started
     */
    Running launch(String key, Watcher watcher, History history, Lifeline lifeline, Consumer<Boolean> starting);
}
