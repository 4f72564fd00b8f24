package io.github.claudebridge.telegram.program;

import java.util.concurrent.CompletableFuture;

/** A program that runs. Thread-safe. */
public interface RunningProgram {

    /** What came of it, when it has ended. */
    CompletableFuture<ProgramResult> result();

    /** Ends it, with everything it started. Returns when it is gone; does nothing if it has ended. */
    void stop();

    /** One that has ended already. */
    static RunningProgram ended(ProgramResult result) {
        CompletableFuture<ProgramResult> known = CompletableFuture.completedFuture(result);
        return new RunningProgram() {
            @Override
            public CompletableFuture<ProgramResult> result() {
                return known;
            }

            @Override
            public void stop() {
                // It is over.
            }
        };
    }
}
