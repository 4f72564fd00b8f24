package io.github.claudebridge.telegram.talk;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.TurnWatch;

/** Notes who gave a prompt to Claude, in which session and how long it was; its text stands in the session's own log. Thread-safe. */
final class PromptAudit implements TurnWatch {

    private final AuditLog audit;

    PromptAudit(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void begins(SessionName session, Audience audience, DeliveryKey key, int length) {
        audit.add(new AuditEntry(
                session.value(), audience.userId(), "prompt", key.value(), "given", length + " characters"));
    }
}
