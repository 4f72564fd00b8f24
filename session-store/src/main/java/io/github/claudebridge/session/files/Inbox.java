package io.github.claudebridge.session.files;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.AtomicFiles;
import io.github.claudebridge.session.internal.FileNames;
import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.OpenFolder;
import io.github.claudebridge.session.internal.Staging;
import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The files that a session got from the chat. Thread-safe. */
public final class Inbox {

    private final Session session;
    private final Staging staging;

    private Inbox(Session session) {
        this.session = session;
        this.staging = new Staging(Folders.of(session.directory()));
    }

    /**
     * The inbox of a session.
     *
     * @throws io.github.claudebridge.session.SessionNotFoundException when there is no such session
     */
    public static Inbox of(SessionStore store, SessionName name) {
        return new Inbox(store.get(name));
    }

    /**
     * Takes a file in. It appears under its name when it is complete and on disk, and never replaces another. A failure
     * leaves nothing of it; a crash at the last moment may leave its name with an empty file.
     *
     * @param suggested the name that the sender gave it; taken only as far as it is harmless, may be empty
     * @param content read to its end, not closed; a caller who wants a limit sets it there
     * @throws StorageException when it cannot be read or written, also when the inbox has become a link
     */
    public ReceivedFile receive(String suggested, InputStream content) {
        try {
            Path staged = staging.begin();
            try {
                Path file = staged.resolve("content");
                long size = Files.copy(content, file);
                AtomicFiles.syncFile(file);
                String name = publish(staged, InboxName.of(suggested));
                return new ReceivedFile(name, FileNames.in(session.inbox(), name), size);
            } finally {
                Trees.delete(staged);
            }
        } catch (IOException e) {
            throw new StorageException(session.inbox(), e);
        }
    }

    private String publish(Path staged, InboxName name) throws IOException {
        if (!Files.exists(session.inbox(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(session.inbox());
        }
        try (OpenFolder from = OpenFolder.at(staged);
                OpenFolder folder = OpenFolder.at(session.directory());
                OpenFolder inbox = folder.enter(Path.of("inbox"))) {
            String free = FreeName.reserve(inbox, name);
            Path place = FileNames.relative(free);
            try {
                from.move(Path.of("content"), inbox, place);
            } catch (IOException e) {
                inbox.delete(place);
                throw e;
            }
            inbox.sync();
            return free;
        }
    }
}
