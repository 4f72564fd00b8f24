package io.github.claudebridge.process.permission;

import java.util.concurrent.CompletionStage;

/** Decides about tool uses without holding a thread while it waits. */
@FunctionalInterface
public interface AsyncPermissionHandler {

    /**
     * Begins to decide about one tool use. Runs on a thread of its own.
     *
     * @param request what is asked; {@link PermissionRequest#withdrawn()} tells when the answer is no longer wanted
     * @return completes with the decision; when it completes exceptionally the tool is denied
     */
    CompletionStage<Permission> decide(PermissionRequest request);
}
