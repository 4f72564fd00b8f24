package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.control.PermissionMode;

/** The modes of sessions as the CLI knows them. */
final class WireMode {

    private WireMode() {}

    static PermissionMode of(io.github.claudebridge.session.PermissionMode mode) {
        return switch (mode) {
            case PLAN -> PermissionMode.PLAN;
            case ASK -> PermissionMode.DEFAULT;
            case DONT_ASK -> PermissionMode.DONT_ASK;
            case ACCEPT_EDITS -> PermissionMode.ACCEPT_EDITS;
            case AUTO -> PermissionMode.AUTO;
            case BYPASS -> PermissionMode.BYPASS_PERMISSIONS;
        };
    }
}
