package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.ArchivedAttachment;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.Attachment;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.archive.RestoredSession;
import io.github.claudebridge.session.archive.VerifiedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Archives sessions together with what Claude remembers of them, and puts both back in their places. The exceptions are those of
 * {@link Archives}. Thread-safe.
 */
public final class SessionArchives {

    private static final String TRANSCRIPT = "claude-transcript";
    private static final String SUFFIX = ".jsonl";
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(\\.jsonl)?");

    private final SessionStore store;
    private final Transcripts transcripts;
    private final Archives archives;

    /**
     * The archives of a home.
     *
     * @param transcripts those of the Claude that the sessions talk to
     */
    public SessionArchives(SessionStore store, Transcripts transcripts) {
        this.store = store;
        this.transcripts = transcripts;
        this.archives = Archives.of(store);
    }

    /** Archives a session and removes its folder, as {@link Archives#archive}; Claude's own files stay where they are. */
    public VerifiedArchive archive(SessionName name, ArchiveOptions options) {
        return archives.archive(name, options.withAttachments(attachments(name)));
    }

    /** Makes a session of an archive, as {@link Archives#restore}, that goes on with its history. */
    public RestoredSession restore(Path archive, RestoreOptions options) {
        return archives.restore(archive, options.withPlacement(this::place));
    }

    private List<Attachment> attachments(SessionName name) {
        Metadata metadata = store.get(name).metadata();
        List<Attachment> attachments = new ArrayList<>();
        Stream.concat(
                        metadata.earlierClaudeSessionIds().stream(),
                        Optional.ofNullable(metadata.claudeSessionId()).stream())
                .distinct()
                .flatMap(id -> find(id).stream())
                .forEach(transcript -> {
                    String id = transcript.sessionId().toString();
                    attachments.add(new Attachment(id + SUFFIX, transcript.file(), TRANSCRIPT));
                    if (Files.isDirectory(transcript.companions())) {
                        attachments.add(new Attachment(id, transcript.companions(), TRANSCRIPT));
                    }
                });
        return attachments;
    }

    private Optional<Transcript> find(UUID id) {
        try {
            return transcripts.find(id);
        } catch (IOException e) {
            throw new StorageException(Path.of(id + SUFFIX), e);
        }
    }

    private Optional<Path> place(ArchivedAttachment attachment, Path session) {
        Matcher name = NAME.matcher(attachment.name());
        if (!attachment.restoreTo().equals(TRANSCRIPT) || !name.matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(name.group(1));
        Transcript place = find(id).orElseGet(() -> transcripts.placeFor(id, session));
        return Optional.of(name.group(2) == null ? place.companions() : place.file());
    }
}
