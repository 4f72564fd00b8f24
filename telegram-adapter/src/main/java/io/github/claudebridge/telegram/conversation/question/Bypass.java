package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.session.PermissionMode;

/** Whether a session may be set to do everything without asking. */
public enum Bypass {
    /** It may. */
    POSSIBLE,
    /** The configuration does not say so. */
    NOT_CONFIGURED,
    /** The bot runs as root, and the CLI refuses to start so for root outside of a sandbox. */
    REFUSED_AS_ROOT;

    /** What a granted mode comes to: a bypass that is not possible is none. */
    PermissionMode effective(PermissionMode granted) {
        return granted == PermissionMode.BYPASS && this != POSSIBLE ? PermissionMode.ASK : granted;
    }

    /**
     * What holds here.
     *
     * @param configured whether the configuration allows it
     * @param root whether the bot runs as root; a command that changes the user is not looked into
     * @param sandboxed whether Claude is told that it runs in a sandbox
     */
    public static Bypass of(boolean configured, boolean root, boolean sandboxed) {
        if (!configured) {
            return NOT_CONFIGURED;
        }
        return root && !sandboxed ? REFUSED_AS_ROOT : POSSIBLE;
    }
}
