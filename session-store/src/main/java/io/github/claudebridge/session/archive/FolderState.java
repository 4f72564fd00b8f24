package io.github.claudebridge.session.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Arrays;

/** What lies in a folder at one moment: how much, and whether it is the same at another. Not thread-safe. */
final class FolderState implements FolderScan.Visitor {

    private final MessageDigest digest = Sha256.digest();
    private final byte[] entries = new byte[32];
    private long bytes;

    static FolderState of(Path folder) throws IOException {
        FolderState state = new FolderState();
        FolderScan.visit("", folder, state);
        return state;
    }

    /** The size of all files together. */
    long bytes() {
        return bytes;
    }

    boolean sameAs(FolderState other) {
        return Arrays.equals(entries, other.entries);
    }

    @Override
    public void folder(String path, Path source, BasicFileAttributes attributes) {
        add("d" + path);
    }

    @Override
    public void file(String path, Path source, BasicFileAttributes attributes) {
        bytes += attributes.size();
        add("f" + path + "\0" + attributes.size() + "\0" + attributes.lastModifiedTime() + "\0" + attributes.fileKey());
    }

    @Override
    public void link(String path, String target, BasicFileAttributes attributes) {
        add("l" + path + "\0" + target);
    }

    @Override
    public void special(String path) {
        add("s" + path);
    }

    /** Adds without regard to order, which a file system does not promise. */
    private void add(String entry) {
        byte[] hash = digest.digest(entry.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < entries.length; i++) {
            entries[i] ^= hash[i];
        }
    }
}
