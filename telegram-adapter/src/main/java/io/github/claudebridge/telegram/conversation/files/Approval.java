package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Audience;
import java.util.concurrent.CompletableFuture;

/** Asks people whether something may be done. Thread-safe. */
@FunctionalInterface
public interface Approval {

    /**
     * Asks.
     *
     * @return what was decided, denied if nobody answers in time; never completes if the request is withdrawn before
     */
    CompletableFuture<Permission> ask(SessionName session, PermissionRequest request, Audience audience);
}
