package io.github.claudebridge.process.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes from one thread to another, as a pipe of the operating system carries them: a full one keeps the writer waiting,
 * writing to one that nobody reads fails, and reading ends when the writer has closed it. Thread-safe.
 */
final class BytePipe {
    private static final int CAPACITY = 1 << 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] buffer = new byte[CAPACITY];
    private int start;
    private int length;
    private boolean writerClosed;
    private boolean readerClosed;

    InputStream source() {
        return new Source();
    }

    OutputStream sink() {
        return new Sink();
    }

    private int take(byte[] bytes, int offset, int count) throws IOException {
        lock.lock();
        try {
            while (length == 0 && !writerClosed) {
                changed.await();
            }
            if (length == 0) {
                return -1;
            }
            int taken = Math.min(count, Math.min(length, CAPACITY - start));
            System.arraycopy(buffer, start, bytes, offset, taken);
            start = (start + taken) % CAPACITY;
            length -= taken;
            changed.signalAll();
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private int put(byte[] bytes, int offset, int count) throws IOException {
        lock.lock();
        try {
            while (length == CAPACITY && !readerClosed && !writerClosed) {
                changed.await();
            }
            if (readerClosed || writerClosed) {
                throw new IOException("Broken pipe");
            }
            int end = (start + length) % CAPACITY;
            int added = Math.min(count, Math.min(CAPACITY - length, CAPACITY - end));
            System.arraycopy(bytes, offset, buffer, end, added);
            length += added;
            changed.signalAll();
            return added;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void close(boolean byReader) {
        lock.lock();
        try {
            readerClosed |= byReader;
            writerClosed |= !byReader;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Source extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return take(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            return count == 0 ? 0 : take(bytes, offset, count);
        }

        @Override
        public void close() {
            BytePipe.this.close(true);
        }
    }

    private final class Sink extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int written = 0;
            while (written < count) {
                written += put(bytes, offset + written, count - written);
            }
        }

        @Override
        public void close() {
            BytePipe.this.close(false);
        }
    }
}
