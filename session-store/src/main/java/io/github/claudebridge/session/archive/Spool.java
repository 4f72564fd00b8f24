package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.StorageException;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file for what may not fit into memory. Not thread-safe. */
final class Spool implements Closeable {

    private final Path file;
    private final OutputStream out;

    Spool(Path file) {
        this.file = file;
        try {
            this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    Path file() {
        return file;
    }

    void line(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        write(bytes, bytes.length);
    }

    void write(byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }
}
