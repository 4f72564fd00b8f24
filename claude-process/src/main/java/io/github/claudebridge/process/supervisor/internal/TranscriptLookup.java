package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.Transcripts;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells by a session's file whether a prompt was touched: the CLI writes a prompt down before it lets the model do anything about it.
 * Where there is no file, nothing is known. Thread-safe.
 *
 * @param transcripts where the files are
 */
public record TranscriptLookup(Transcripts transcripts) implements LostPrompts {

    private static final Logger log = LoggerFactory.getLogger(TranscriptLookup.class);

    @Override
    public boolean isUntouched(ConversationSpec spec, UUID sessionId, UUID promptId) {
        try {
            Optional<Transcript> transcript = transcripts.find(sessionId);
            return transcript.isPresent() && transcript.get().fateOf(promptId) instanceof PromptFate.Unseen;
        } catch (IOException e) {
            log.warn("The file of session {} cannot be read", sessionId, e);
            return false;
        }
    }
}
