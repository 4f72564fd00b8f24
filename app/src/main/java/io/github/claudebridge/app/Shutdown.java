package io.github.claudebridge.app;

import java.util.List;

/** What is done when the JVM is told to end, by SIGTERM or Ctrl-C. */
final class Shutdown {

    private Shutdown() {}

    /** Runs the steps in this order. */
    static void hook(Runnable... steps) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> List.of(steps).forEach(Runnable::run), "shutdown"));
    }
}
