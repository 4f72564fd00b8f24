package io.github.claudebridge.telegram.conversation.question;

import java.time.Duration;

/**
 * How Claude's questions are treated. Immutable.
 *
 * @param remindAfter when a question that nobody answered is brought back to mind, once; more than 0
 * @param denyAfter when it is denied; more than 0
 * @param bypass whether a session may be set to do everything without asking
 */
public record QuestionSettings(Duration remindAfter, Duration denyAfter, Bypass bypass) {

    /** 30 minutes, 12 hours, and no bypass. */
    public static final QuestionSettings DEFAULT =
            new QuestionSettings(Duration.ofMinutes(30), Duration.ofHours(12), Bypass.NOT_CONFIGURED);

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one of them is not more than 0
     */
    public QuestionSettings {
        if (!isPositive(remindAfter) || !isPositive(denyAfter)) {
            throw new IllegalArgumentException("The times of questions must be more than 0.");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }
}
