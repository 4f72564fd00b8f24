package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.TranscriptMessage;
import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells by Claude's own file of a session what became of a prompt whose process is dead. Where that cannot be told for certain it
 * counts as begun, so that nothing is done twice without asking. Thread-safe.
 */
final class PromptWitness {

    private static final Logger LOG = LoggerFactory.getLogger(PromptWitness.class);

    private static final PromptFate UNKNOWN = new PromptFate.Open("");
    private static final String NEWS = "task-notification";

    private final Transcripts transcripts;
    private final CliFeatures features;

    PromptWitness(Transcripts transcripts, CliFeatures features) {
        this.transcripts = transcripts;
        this.features = features;
    }

    PromptFate fateOf(StoredPrompt prompt) {
        return look(prompt, transcript -> transcript.fateOf(prompt.id())).orElse(UNKNOWN);
    }

    /** The prompt in whose turn this one was answered, if that is another one. */
    Optional<UUID> answeredIn(StoredPrompt prompt) {
        return look(prompt, transcript -> transcript.turnOf(prompt.id()))
                .flatMap(turn -> turn)
                .filter(first -> !first.equals(prompt.id()));
    }

    /** What became of the last turn that nobody asked for, if one began since then; unseen where none did. */
    PromptFate unaskedSince(StoredPrompt noted, Instant since) {
        return look(noted, transcript -> {
                    AtomicReference<UUID> last = new AtomicReference<>();
                    transcript
                            .reader()
                            .poll(message -> UnaskedTurn.of(message)
                                    .filter(turn -> !turn.at().isBefore(since))
                                    .ifPresent(turn -> last.set(turn.id())));
                    UUID found = last.get();
                    return found == null ? new PromptFate.Unseen() : transcript.fateOf(found);
                })
                .orElse(UNKNOWN);
    }

    /** The beginning of a turn that nobody asked for: the news of a background task. */
    private record UnaskedTurn(UUID id, Instant at) {

        static Optional<UnaskedTurn> of(TranscriptMessage message) {
            if (message.role() != TranscriptMessage.Role.USER || !message.raw().contains(NEWS)) {
                return Optional.empty();
            }
            Json line = Json.parse(message.raw());
            boolean isNews = line.get("origin")
                    .flatMap(origin -> origin.string("kind"))
                    .filter(NEWS::equals)
                    .isPresent();
            try {
                return isNews
                        ? Optional.of(new UnaskedTurn(
                                UUID.fromString(message.id()),
                                Instant.parse(line.string("timestamp").orElse(""))))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    private interface Look<T> {
        T at(Transcript transcript) throws IOException;
    }

    private <T> Optional<T> look(StoredPrompt prompt, Look<T> look) {
        UUID session = prompt.claudeSession();
        if (session == null || !features.reportsMessages()) {
            return Optional.empty();
        }
        try {
            Optional<Transcript> transcript = transcripts.find(session);
            return transcript.isPresent() ? Optional.of(look.at(transcript.get())) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Claude's file of the session {} cannot be read: {}", session, e.getMessage());
            return Optional.empty();
        }
    }
}
