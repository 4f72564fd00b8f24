package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.SettingSource;
import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.PermissionMode;

/** Starts a process with the rights that were granted to its session, and no more. */
final class SessionRights {

    private final Bypass bypass;

    SessionRights(Bypass bypass) {
        this.bypass = bypass;
    }

    void set(ClaudeProcessBuilder builder, Grants grants) {
        builder.options(options -> {
            options.permissionMode(WireMode.of(effective(grants.permissionMode())));
            if (bypass == Bypass.POSSIBLE) {
                options.allowBypassingPermissions();
            }
            if (!grants.trusted()) {
                options.settingSources(SettingSource.USER);
            }
        });
    }

    /** A bypass that is not possible any more is none. */
    private PermissionMode effective(PermissionMode granted) {
        return granted == PermissionMode.BYPASS && bypass != Bypass.POSSIBLE ? PermissionMode.ASK : granted;
    }
}
