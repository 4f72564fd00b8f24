package io.github.claudebridge.process.hook;

/** A hook. */
@FunctionalInterface
public interface HookHandler {

    /**
     * Runs at its point of the turn, on a thread of its own; the turn waits for it.
     *
     * @param input what the CLI tells
     * @return what shall happen
     * @throws Exception when it fails; the turn goes on as if there were no hook, and the listener hears of it
     */
    HookDecision run(HookInput input) throws Exception;
}
