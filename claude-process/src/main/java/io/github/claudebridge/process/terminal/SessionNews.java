package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.TranscriptMessage;
import io.github.claudebridge.process.transcript.TranscriptReader;
import io.github.claudebridge.process.transcript.Transcripts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session's file says, from now on. The file comes with the first prompt. Used by one thread; the id can be asked for by any. */
final class SessionNews {

    private final Transcripts transcripts;
    private volatile UUID sessionId;
    private @Nullable TranscriptReader reader;

    /** Follows a session; what it has said before is no news. */
    SessionNews(Transcripts transcripts, UUID sessionId) throws IOException {
        this.transcripts = transcripts;
        this.sessionId = sessionId;
        take();
    }

    UUID sessionId() {
        return sessionId;
    }

    /** Goes over to another session, from its beginning. */
    void follow(UUID other) {
        if (!other.equals(sessionId)) {
            sessionId = other;
            reader = null;
        }
    }

    /** What was said since the last call. */
    List<TranscriptMessage> take() throws IOException {
        List<TranscriptMessage> news = new ArrayList<>();
        TranscriptReader open = reader;
        if (open == null) {
            Optional<Transcript> found = transcripts.find(sessionId);
            if (found.isEmpty()) {
                return news;
            }
            open = found.get().reader();
            reader = open;
        }
        open.poll(news::add);
        return news;
    }
}
