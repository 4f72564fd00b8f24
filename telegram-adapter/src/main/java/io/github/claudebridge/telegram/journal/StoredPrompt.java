package io.github.claudebridge.telegram.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prompt, and how far it got.
 *
 * @param id the id under which Claude sees it
 * @param key what it came from, or the first of several; a prompt is stored once for each
 * @param session the name of the session that it goes to
 * @param chatId the chat where it was written
 * @param topicId the topic of the chat; 0 for none
 * @param text what it says; empty once it is done
 * @param state how far it got
 * @param claudeSession Claude's session that it was handed to; null before it was
 * @param parts the messages that it is made of, in order; they say nothing once it is done
 */
public record StoredPrompt(
        UUID id,
        String key,
        String session,
        long chatId,
        long topicId,
        String text,
        State state,
        @Nullable UUID claudeSession,
        List<PromptPart> parts) {

    public StoredPrompt {
        parts = List.copyOf(parts);
    }

    /** The same, made of other words. */
    public StoredPrompt saying(String newText, List<PromptPart> newParts) {
        return new StoredPrompt(id, key, session, chatId, topicId, newText, state, claudeSession, newParts);
    }

    /** How far a prompt got. */
    public enum State {
        /** It is stored, and Claude does not know of it. */
        QUEUED,
        /** Claude may have it: doing it again needs a look at what Claude wrote down, or a decision. */
        SENT,
        /** It was cut off, and its writer is asked what to do about it. */
        ASKED,
        /** Nothing is left to do for it. */
        DONE
    }
}
