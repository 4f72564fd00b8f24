package io.github.claudebridge.telegram.conversation;

import java.util.Set;

/**
 * For whom a session works. Immutable.
 *
 * @param chat where it was spoken to
 * @param userId the number of the person; 0 if unknown
 */
public record Audience(ChatId chat, long userId) {

    /** Who may answer for it: the person, or everybody who may use the bot where that is not known. */
    public Set<Long> people() {
        return userId == 0 ? Set.of() : Set.of(userId);
    }
}
