package io.github.claudebridge.telegram.conversation.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A download whose failures are {@link BrokenOffException}s. Not thread-safe. */
final class Breakable extends FilterInputStream {

    Breakable(InputStream in) {
        super(in);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }
}
