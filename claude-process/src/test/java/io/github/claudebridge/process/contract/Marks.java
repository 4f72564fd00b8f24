package io.github.claudebridge.process.contract;

/** Marks of scenarios that this suite knows beside those of the player. */
final class Marks {
    /** The stand-in does not play this. */
    static final String REAL_ONLY = "real-only";

    private Marks() {}
}
