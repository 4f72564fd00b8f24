package io.github.claudebridge.session.files;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.FileNames;
import io.github.claudebridge.session.internal.OpenFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The files that a session has laid out for the chat: those directly in its {@code outbox}, but for hidden ones. What was sent is moved
 * to {@code outbox/sent}. No link is followed. Thread-safe, for one caller per session at a time.
 */
public final class Outbox {

    private static final String SENT = "sent";

    private final Session session;

    private Outbox(Session session) {
        this.session = session;
    }

    /**
     * The outbox of a session.
     *
     * @throws io.github.claudebridge.session.SessionNotFoundException when there is no such session
     */
    public static Outbox of(SessionStore store, SessionName name) {
        return new Outbox(store.get(name));
    }

    /**
     * Something that lies there. Immutable.
     *
     * @param name its name, which somebody else chose: any characters but slashes
     * @param isFile whether it is a regular file; a link, a pipe, a socket or a device otherwise
     * @param mark tells it from everything else that lay there before under this name, or will: another file, or the same with another
     *     content
     */
    public record Waiting(String name, boolean isFile, UUID mark) {}

    /**
     * What waits to be sent, by name; folders, and names that are not UTF-8, are left out.
     *
     * @throws StorageException when it cannot be read, also when the outbox has become a link
     */
    public List<Waiting> waiting() {
        try (OpenFolder folder = OpenFolder.at(session.directory());
                OpenFolder outbox = folder.enter(Path.of("outbox"))) {
            List<Waiting> waiting = new ArrayList<>();
            for (Path entry : outbox.names()) {
                add(waiting, outbox, entry);
            }
            waiting.sort(Comparator.comparing(Waiting::name));
            return waiting;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StorageException(session.outbox(), e);
        }
    }

    private static void add(List<Waiting> waiting, OpenFolder outbox, Path entry) throws IOException {
        String name = FileNames.of(entry).orElse("");
        if (name.isEmpty() || name.startsWith(".")) {
            return;
        }
        try {
            BasicFileAttributes attributes = outbox.attributes(Objects.requireNonNull(entry.getFileName()));
            if (!attributes.isDirectory()) {
                waiting.add(new Waiting(name, attributes.isRegularFile(), mark(name, attributes)));
            }
        } catch (NoSuchFileException e) {
            // It was taken away again meanwhile.
        }
    }

    private static UUID mark(String name, BasicFileAttributes attributes) {
        String all = String.join(
                "/",
                String.valueOf(attributes.fileKey()),
                attributes.lastModifiedTime().toString(),
                String.valueOf(attributes.size()),
                name);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Moves a file to those that were sent, where it replaces none; does nothing if it is not there any more.
     *
     * @param name as {@link #waiting} told it
     * @throws StorageException when it cannot be moved
     */
    public void sent(String name) {
        try (OpenFolder folder = OpenFolder.at(session.directory());
                OpenFolder outbox = folder.enter(Path.of("outbox"))) {
            makeFolderOfSent();
            try (OpenFolder sent = outbox.enter(Path.of(SENT))) {
                Path place = FileNames.relative(FreeName.reserve(sent, InboxName.of(name)));
                move(outbox, FileNames.relative(name), sent, place);
                sent.sync();
            }
        } catch (IOException e) {
            throw new StorageException(session.outbox(), e);
        }
    }

    private static void move(OpenFolder outbox, Path name, OpenFolder sent, Path place) throws IOException {
        try {
            outbox.move(name, sent, place);
        } catch (NoSuchFileException e) {
            sent.delete(place);
        } catch (IOException e) {
            sent.delete(place);
            throw e;
        }
    }

    /** A link in its place is not followed by those who enter it. */
    private void makeFolderOfSent() throws IOException {
        try {
            Files.createDirectory(session.outbox().resolve(SENT));
        } catch (FileAlreadyExistsException e) {
            // As after the first file.
        }
    }
}
