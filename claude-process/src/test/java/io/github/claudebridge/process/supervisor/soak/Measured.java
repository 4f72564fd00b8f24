package io.github.claudebridge.process.supervisor.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a JVM uses.
 *
 * @param heapBytes after a collection of garbage
 * @param threads without those that the JDK keeps for a minute to wait for children
 * @param descriptors open files, pipes and sockets
 */
record Measured(long heapBytes, long threads, long descriptors) {

    private static final int COLLECTIONS = 4;

    static Measured now() throws IOException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("process reaper"))
                .count();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return new Measured(heap, threads, descriptors.count());
        }
    }

    static Measured of(String words) {
        String[] numbers = words.split(" ", 3);
        return new Measured(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    String words() {
        return heapBytes + " " + threads + " " + descriptors;
    }
}
