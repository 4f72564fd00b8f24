package io.github.claudebridge.telegram.render.internal.layout;

import org.jspecify.annotations.Nullable;

/** Formulas as readable text. */
final class Latex {

    private Latex() {}

    /** The formula in Unicode, or null when it holds something that cannot be written on a line. */
    static @Nullable String toText(String source) {
        return source.indexOf('\\') < 0 && source.indexOf('^') < 0 && source.indexOf('_') < 0 ? source.strip() : null;
    }
}
