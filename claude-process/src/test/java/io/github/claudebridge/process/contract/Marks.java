package io.github.claudebridge.process.contract;

import io.github.claudebridge.process.contract.ScenarioLibrary.Entry;

/** Marks of scenarios that this suite knows beside those of the player. */
final class Marks {
    private static final String REAL_ONLY = "real-only";

    private Marks() {}

    /** Whether the stand-in plays this; a JVM cannot take the signal QUIT, which the one exception is about. */
    static boolean isForFake(Entry entry) {
        return !entry.scenario().is(REAL_ONLY);
    }
}
