package io.github.claudebridge.process.support;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What the heap really holds. */
public final class Heap {

    private static final int COLLECTIONS = 4;

    private Heap() {}

    /** The bytes that are left after collecting what nobody holds: the least of several tries. */
    public static long retained() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
