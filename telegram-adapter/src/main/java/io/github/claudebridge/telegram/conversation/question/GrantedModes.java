package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;

/** What Claude may do in each session without asking, as it was granted. Read from disk on demand. Thread-safe. */
final class GrantedModes {

    private final SessionStore store;
    private final AuditLog audit;

    GrantedModes(SessionStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * The mode of a session.
     *
     * @throws io.github.claudebridge.session.SessionException if it cannot be read
     */
    PermissionMode of(SessionName session) {
        return store.grants().of(session).permissionMode();
    }

    /**
     * Grants a mode, and notes it if it is another than before.
     *
     * @param userId who grants it
     * @throws io.github.claudebridge.session.SessionException if it cannot be stored
     */
    void grant(SessionName session, PermissionMode mode, long userId) {
        PermissionMode before = of(session);
        if (before != mode) {
            store.grants().change(session, grants -> grants.withPermissionMode(mode));
            audit.add(new AuditEntry(
                    session.value(), userId, "mode", before.word() + " to " + mode.word(), mode.word(), ""));
        }
    }
}
