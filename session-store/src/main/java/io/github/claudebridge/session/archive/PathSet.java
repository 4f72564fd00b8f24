package io.github.claudebridge.session.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Remembers paths by 64 bits of their SHA-256, in 16 bytes of memory for each. Not thread-safe. */
final class PathSet {

    private final MessageDigest digest = Sha256.digest();
    private long[] slots = new long[1 << 10];
    private int size;

    /** Adds a path; false when it was there. */
    boolean add(String path) {
        if (2 * size >= slots.length) {
            grow();
        }
        boolean added = insert(keyOf(path));
        size += added ? 1 : 0;
        return added;
    }

    /** Says whether a path was added. */
    boolean contains(String path) {
        long key = keyOf(path);
        int at = slotOf(key);
        while (slots[at] != 0 && slots[at] != key) {
            at = (at + 1) & (slots.length - 1);
        }
        return slots[at] == key;
    }

    private long keyOf(String path) {
        return ByteBuffer.wrap(digest.digest(path.getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                | 1;
    }

    private int slotOf(long key) {
        return (int) (key >>> 33) & (slots.length - 1);
    }

    private boolean insert(long key) {
        int at = slotOf(key);
        while (slots[at] != 0) {
            if (slots[at] == key) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = key;
        return true;
    }

    private void grow() {
        long[] former = slots;
        slots = new long[2 * former.length];
        for (long key : former) {
            if (key != 0) {
                insert(key);
            }
        }
    }
}
