package io.github.claudebridge.process.permission;

/** Decides about tool uses. */
@FunctionalInterface
public interface PermissionHandler {

    /**
     * Decides about one tool use. Runs on a thread of its own, never on the one that reads the stream or delivers events, so it may wait
     * for a person. When the CLI withdraws the request, the thread is interrupted and the answer is ignored.
     *
     * @param request what is asked
     * @return the decision
     * @throws Exception for no decision; the tool is denied then, and the listener hears of it
     */
    Permission decide(PermissionRequest request) throws Exception;
}
