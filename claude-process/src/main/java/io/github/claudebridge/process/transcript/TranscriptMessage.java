package io.github.claudebridge.process.transcript;

/**
 * Something that was said in a session: a prompt, the result of a tool, or one block of a message of the model. The CLI writes a line
 * for each block. Immutable and thread-safe.
 *
 * @param id the id of the line; that of the prompt where a prompt was the user's
 * @param role who said it
 * @param messageId the message of the model that this is a block of, the same for all its blocks; empty for the user's
 * @param text its text; empty where it has none, such as a thought or a tool use
 * @param closesTurn whether the model had nothing more to do after the message that this is a block of; true for each block of that
 *     message, so that others with text may follow
 * @param raw the whole line, one JSON object as text
 */
public record TranscriptMessage(String id, Role role, String messageId, String text, boolean closesTurn, String raw) {

    /** Who says something. */
    public enum Role {
        /** The user, or a tool on its behalf. */
        USER,
        /** The model. */
        ASSISTANT
    }

    /** Whether it stands for the user having interrupted the turn. */
    public boolean isInterruption() {
        return role == Role.USER && Entry.isInterruption(text);
    }
}
