package io.github.claudebridge.telegram.program;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning and the end of what a program prints. Thread-safe. */
final class BoundedOutput {

    private static final int HEAD = 256 << 10;
    private static final int TAIL = 64 << 10;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail = new byte[TAIL];
    private long beyond;
    private long total;

    /** Takes so many bytes; how many it has taken in all. */
    synchronized long add(byte[] bytes, int count) {
        int first = Math.min(count, HEAD - head.size());
        head.write(bytes, 0, first);
        for (int i = first; i < count; i++) {
            tail[(int) (beyond++ % TAIL)] = bytes[i];
        }
        total += count;
        return total;
    }

    /** What is kept, as text; what is no UTF-8 is replaced. */
    synchronized String text() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toByteArray());
        long dropped = Math.max(0, beyond - TAIL);
        if (dropped > 0) {
            all.writeBytes("\n[… %d bytes are left out …]\n".formatted(dropped).getBytes(StandardCharsets.UTF_8));
        }
        for (long i = dropped; i < beyond; i++) {
            all.write(tail[(int) (i % TAIL)]);
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
