package io.github.claudebridge.process.testing.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The lines that a scenario has brought so far; steps wait for them. Thread-safe. */
final class Report {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private int awaited;

    void add(String line) {
        lock.lock();
        try {
            lines.add(line);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<String> lines() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a line that begins so, after the one that was awaited last. */
    void await(String begin, Duration time) throws InterruptedException {
        long nanos = time.toNanos();
        lock.lock();
        try {
            int next = awaited;
            while (true) {
                while (next < lines.size()) {
                    if (lines.get(next++).startsWith(begin)) {
                        awaited = next;
                        return;
                    }
                }
                if (nanos <= 0) {
                    throw new AssertionError("no line began with \"" + begin + "\" within " + time + "; there came:\n"
                            + String.join("\n", lines));
                }
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
