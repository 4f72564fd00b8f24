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
        PermissionMode mode = bypass.effective(grants.permissionMode());
        builder.options(options -> {
            options.permissionMode(WireMode.of(mode));
            if (mode == PermissionMode.BYPASS) {
                options.allowBypassingPermissions();
            }
            if (!grants.trusted()) {
                options.settingSources(SettingSource.USER);
            }
        });
    }
}
