package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.session.PermissionMode;
import java.util.Optional;

/**
 * How a question ended.
 *
 * @param permission what Claude is told; empty where it does not wait for an answer any more
 * @param userId who decided; 0 for nobody
 * @param decision the word for it in the audit log
 * @param mode what Claude may do in the session from now on, where that was decided too
 */
record Ending(Optional<Permission> permission, long userId, String decision, Optional<PermissionMode> mode) {

    /** Somebody decided. */
    static Ending decided(Step.Decided step, long userId) {
        return new Ending(
                Optional.of(step.permission()),
                userId,
                step.permission() instanceof Permission.Allow ? "allow" : "deny",
                step.mode());
    }

    /** Somebody decided it once for all. */
    static Ending byRule(Permission.Allow allow) {
        return new Ending(Optional.of(allow), 0, "allow by rule", Optional.empty());
    }

    /**
     * Nobody did, and it is denied.
     *
     * @param reason told to Claude
     */
    static Ending undecided(String decision, String reason) {
        return new Ending(Optional.of(Permission.deny(reason)), 0, decision, Optional.empty());
    }

    /** Nobody did, and Claude does not wait any more. */
    static Ending withdrawn() {
        return new Ending(Optional.empty(), 0, "withdrawn", Optional.empty());
    }

    boolean isByPerson() {
        return userId != 0;
    }
}
