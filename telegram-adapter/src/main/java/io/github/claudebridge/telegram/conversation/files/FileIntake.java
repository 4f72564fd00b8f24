package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.files.Inbox;
import io.github.claudebridge.session.files.ReceivedFile;
import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.DownloadException;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.PromptFiles;
import io.github.claudebridge.telegram.conversation.UserFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Saves what people send in the inbox of a session. Pictures and PDF documents are named so that Claude sees them at once; of the others
 * it is told where they are. A file that does not arrive does not keep the others back. Thread-safe.
 */
public final class FileIntake implements PromptFiles {

    private final SessionStore store;
    private final Downloads downloads;
    private final Optional<Transcriber> transcriber;
    private final AuditLog audit;

    /**
     * @param transcriber makes text of voice messages; empty where that is not configured
     * @param audit takes what came in
     */
    public FileIntake(SessionStore store, Downloads downloads, Optional<Transcriber> transcriber, AuditLog audit) {
        this.store = store;
        this.downloads = downloads;
        this.transcriber = transcriber;
        this.audit = audit;
    }

    @Override
    public Fetched fetch(SessionName name, List<UserFile> files) {
        Path directory = store.grants().workingDirectory(name);
        Inbox inbox = Inbox.of(store, name);
        List<String> lines = new ArrayList<>();
        List<String> voices = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (UserFile file : files) {
            String called = FileNaming.suggest(file);
            try {
                ReceivedFile saved = receive(inbox, file, called);
                audit.add(new AuditEntry(name.value(), 0, "file in", saved.name(), "saved", saved.size() + " bytes"));
                Optional<String> text = file.kind() == UserFile.Kind.VOICE ? text(saved, problems) : Optional.empty();
                text.ifPresent(said -> {
                    heard.add(FileWords.heard(said));
                    voices.add(Prompt.ofForeign(said).text() + "\n\n" + FileWords.voice(saved, directory));
                });
                if (text.isEmpty()) {
                    lines.add(FileWords.arrived(file, saved, directory));
                }
            } catch (DownloadException e) {
                problems.add(FileWords.notFetched(called, String.valueOf(e.getMessage())));
            } catch (BrokenOffException e) {
                problems.add(FileWords.notFetched(called, FileWords.BROKEN_OFF));
            } catch (StorageException e) {
                problems.add(FileWords.notFetched(called, e.problem() + " " + e.nextStep()));
            }
        }
        List<String> parts = new ArrayList<>(voices);
        if (!lines.isEmpty()) {
            parts.add(FileWords.list(lines));
        }
        return new Fetched(String.join("\n\n", parts), problems, heard);
    }

    /** What was said in a voice message; why it is not known is added to the problems. */
    private Optional<String> text(ReceivedFile saved, List<String> problems) {
        if (transcriber.isEmpty()) {
            problems.add(FileWords.noTranscriber(saved.name()));
            return Optional.empty();
        }
        try {
            return Optional.of(transcriber.get().transcribe(saved.path()));
        } catch (TranscriptException e) {
            problems.add(FileWords.notTranscribed(saved.name(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private ReceivedFile receive(Inbox inbox, UserFile file, String called) throws DownloadException {
        try (InputStream content = new Breakable(downloads.open(file))) {
            return inbox.receive(called, content);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }
}
