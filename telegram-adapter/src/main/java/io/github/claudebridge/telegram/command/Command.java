package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.words.Manual;

/**
 * Something the bot itself can be told to do. Implementations are thread-safe, and repeatable: after the bot was killed the same call, or
 * the same press, comes again under the same key, and must then lead to the same state.
 */
public interface Command {

    /** What people are told about it. */
    Manual manual();

    /**
     * Does it, and returns at once.
     *
     * @throws Refusal if it is not to be done like this
     * @throws io.github.claudebridge.session.SessionException if the session it is about does not allow it; the message says
     *     what to do
     */
    Reply run(CommandCall call);

    /** Goes on with the answer to a question of this command; otherwise as {@link #run}. */
    default Reply chosen(Press press) {
        return Reply.NOTHING;
    }
}
