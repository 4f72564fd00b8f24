package io.github.claudebridge.app.doctor;

/**
 * What a check found. Immutable.
 *
 * @param subject what was looked at, in one or two words
 * @param text what was found, one line without secrets
 * @param nextStep what to do about it; empty if nothing
 */
public record Finding(Level level, String subject, String text, String nextStep) {

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text, "");
    }

    static Finding warning(String subject, String text, String nextStep) {
        return new Finding(Level.WARNING, subject, text, nextStep);
    }

    static Finding failure(String subject, String text, String nextStep) {
        return new Finding(Level.FAILURE, subject, text, nextStep);
    }
}
