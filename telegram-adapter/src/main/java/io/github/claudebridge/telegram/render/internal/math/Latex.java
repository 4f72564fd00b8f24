package io.github.claudebridge.telegram.render.internal.math;

import org.jspecify.annotations.Nullable;

/** Formulas in Unicode. Stateless; safe for use by many threads. */
public final class Latex {

    private Latex() {}

    /** The formula as text, or null when it holds something that cannot be written on a line. */
    public static @Nullable String toText(String source) {
        try {
            return new LatexReader(source).read().strip();
        } catch (UnreadableFormula unreadable) {
            return null;
        }
    }

    /** Says that a formula is better left as it is. */
    static final class UnreadableFormula extends Exception {
        UnreadableFormula(String what) {
            super(what, null, false, false);
        }
    }
}
