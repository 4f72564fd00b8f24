package io.github.claudebridge.telegram.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes when each mark was first seen. Thread-safe. */
final class Marks {

    private static final Pattern MARK = Pattern.compile("mark-\\d+");

    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    void note(String text) {
        long now = System.nanoTime();
        Matcher mark = MARK.matcher(text);
        if (mark.find() && seen.putIfAbsent(mark.group(), now) == null) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** When it was seen, in nanoseconds; waits for it. */
    synchronized long await(String mark) throws InterruptedException {
        while (!seen.containsKey(mark)) {
            wait();
        }
        return seen.get(mark);
    }
}
