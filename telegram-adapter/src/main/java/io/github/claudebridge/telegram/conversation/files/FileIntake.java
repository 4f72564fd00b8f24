package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.files.Inbox;
import io.github.claudebridge.session.files.ReceivedFile;
import io.github.claudebridge.telegram.conversation.DownloadException;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.PromptFiles;
import io.github.claudebridge.telegram.conversation.UserFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Saves what people send in the inbox of a session. Pictures and PDF documents are named so that Claude sees them at once; of the others
 * it is told where they are. A file that does not arrive does not keep the others back. Thread-safe.
 */
public final class FileIntake implements PromptFiles {

    private final SessionStore store;
    private final Downloads downloads;

    public FileIntake(SessionStore store, Downloads downloads) {
        this.store = store;
        this.downloads = downloads;
    }

    @Override
    public Fetched fetch(SessionName name, List<UserFile> files) {
        Path directory = store.grants().workingDirectory(name);
        Inbox inbox = Inbox.of(store, name);
        List<String> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (UserFile file : files) {
            String called = FileNaming.suggest(file);
            try {
                lines.add(FileWords.arrived(file, receive(inbox, file, called), directory));
            } catch (DownloadException e) {
                problems.add(FileWords.notFetched(called, String.valueOf(e.getMessage())));
            } catch (BrokenOffException e) {
                problems.add(FileWords.notFetched(called, FileWords.BROKEN_OFF));
            } catch (StorageException e) {
                problems.add(FileWords.notFetched(called, e.problem() + " " + e.nextStep()));
            }
        }
        return new Fetched(lines.isEmpty() ? "" : FileWords.list(lines), problems);
    }

    private ReceivedFile receive(Inbox inbox, UserFile file, String called) throws DownloadException {
        try (InputStream content = new Breakable(downloads.open(file))) {
            return inbox.receive(called, content);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }
}
