package io.github.claudebridge.session.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A folder that is held open: what is done in it stays in it, even if somebody puts a link in its place meanwhile. No
 * method follows a link. Not thread-safe.
 */
public final class OpenFolder implements Closeable {

    /** What a name in a folder stands for. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A pipe, a socket or a device. */
        SPECIAL
    }

    private final SecureDirectoryStream<Path> entries;

    private OpenFolder(SecureDirectoryStream<Path> entries) {
        this.entries = entries;
    }

    /** Opens a folder; only the way to the folder that it lies in may lead through links. */
    public static OpenFolder at(Path folder) throws IOException {
        try (DirectoryStream<Path> parent = Files.newDirectoryStream(Folders.of(folder))) {
            if (parent instanceof SecureDirectoryStream<Path> secure) {
                return new OpenFolder(secure).enter(Objects.requireNonNull(folder.getFileName()));
            }
            throw new IOException("this system cannot hold a folder open");
        }
    }

    /**
     * Looks at a name. Opening is safe without it, but waits where the name stands for a named pipe.
     *
     * @throws java.nio.file.NoSuchFileException when there is nothing
     */
    public Kind kind(Path name) throws IOException {
        BasicFileAttributes attributes = attributes(name);
        if (attributes.isRegularFile()) {
            return Kind.FILE;
        }
        if (attributes.isDirectory()) {
            return Kind.FOLDER;
        }
        return attributes.isSymbolicLink() ? Kind.LINK : Kind.SPECIAL;
    }

    /** What lies in it now, in no order; to be called once. */
    public List<Path> names() throws IOException {
        List<Path> names = new ArrayList<>();
        try {
            entries.forEach(names::add);
        } catch (DirectoryIteratorException e) {
            throw new IOException(e);
        }
        return names;
    }

    /**
     * The attributes of an entry itself, not of what a link points to.
     *
     * @throws java.nio.file.NoSuchFileException when there is nothing
     */
    public BasicFileAttributes attributes(Path name) throws IOException {
        return entries.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    /** Opens a folder in this one. The two are closed apart from each other. */
    public OpenFolder enter(Path name) throws IOException {
        return new OpenFolder(entries.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    /** Opens a file for reading. */
    public SeekableByteChannel read(Path name) throws IOException {
        return entries.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * Makes an empty file.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the name is taken, be it by a link
     */
    public void create(Path name) throws IOException {
        entries.newByteChannel(name, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW))
                .close();
    }

    /** Moves a file to another folder of the same file system, in one step; a file of that name is replaced. */
    public void move(Path name, OpenFolder to, Path newName) throws IOException {
        entries.move(name, to.entries, newName);
    }

    /** Deletes a file. */
    public void delete(Path name) throws IOException {
        entries.deleteFile(name);
    }

    /** Makes durable what was created, renamed or removed in it. */
    public void sync() throws IOException {
        try (SeekableByteChannel self = read(Path.of("."))) {
            ((FileChannel) self).force(true);
        }
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
