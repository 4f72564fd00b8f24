package io.github.claudebridge.session.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** An open file that is to be sent. Not thread-safe. */
public final class OutgoingFile implements Closeable {

    private final String name;
    private final long size;
    private final SeekableByteChannel channel;

    private OutgoingFile(String name, long size, SeekableByteChannel channel) {
        this.name = name;
        this.size = size;
        this.channel = channel;
    }

    static OutgoingFile of(String name, SeekableByteChannel channel) throws IOException {
        try {
            return new OutgoingFile(name, channel.size(), channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Its name, without the folders on the way. Somebody else chose it: it may contain any character but a slash. */
    public String name() {
        return name;
    }

    /** How many bytes it had when it was opened. */
    public long size() {
        return size;
    }

    /**
     * Its content from the beginning, exactly {@link #size} bytes; what is written to the file later is not part of it.
     * If the file becomes shorter while it is read, the stream ends with an {@link java.io.EOFException}. All streams of
     * one file share its position, so they are read one after the other. Closing them leaves the file open.
     */
    public InputStream content() throws IOException {
        channel.position(0);
        return new ExactInput(channel, size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
