package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.session.PermissionMode;
import java.util.Optional;

/** Where a dialog goes from here. */
sealed interface Step {

    /**
     * Claude gets its answer.
     *
     * @param mode what Claude may do in the session from now on, where that was decided too
     */
    record Decided(Permission permission, Optional<PermissionMode> mode) implements Step {

        Decided(Permission permission) {
            this(permission, Optional.empty());
        }
    }

    /** Something else is asked next. */
    record Asks(Dialog next) implements Step {}

    /**
     * The same is still asked.
     *
     * @param next with other buttons, or waiting for a text
     * @param told what the person is told; empty for nothing
     */
    record Stays(Dialog next, String told) implements Step {}
}
