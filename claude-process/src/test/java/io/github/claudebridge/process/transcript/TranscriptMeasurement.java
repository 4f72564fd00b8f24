package io.github.claudebridge.process.transcript;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Writes a large session's file and reads it: {@code TranscriptMeasurement FILE MEGABYTES}. Its lines are like those of the CLI: of ten
 * prompts each calls a tool with a large output, and has its request written down.
 */
public final class TranscriptMeasurement {

    private static final long SEED = 20_261_122;
    private static final UUID SESSION = new UUID(0, 1);
    private static final UUID LAST = new UUID(0, 2);
    private static final long MEGA = 1_000_000;

    private TranscriptMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        write(file, Long.parseLong(arguments[1]) * MEGA);
        Transcript transcript = new Transcript(SESSION, file);
        for (int round = 0; round < 3; round++) {
            measure("fateOf", file, () -> check(transcript.fateOf(LAST).equals(new PromptFate.Answered("the end"))));
            long[] count = new long[1];
            measure("poll", file, () -> transcript.reader().poll(message -> count[0]++));
            check(count[0] > 0);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void measure(String what, Path file, Work work) throws IOException {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        work.run();
        Duration wall = Duration.ofNanos(System.nanoTime() - begun);
        Duration busy = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
        double megabytes = (double) Files.size(file) / MEGA;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f MB, %d ms, of processor time %d ms, %.0f MB per second of it%n",
                what,
                megabytes,
                wall.toMillis(),
                busy.toMillis(),
                megabytes * 1000 / busy.toMillis());
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("The file was not read as it was written");
        }
    }

    private static void write(Path file, long bytes) throws IOException {
        Random random = new Random(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0; written < bytes; ) {
                String turn = turn(random, UUID.randomUUID(), "well");
                out.write(turn);
                written += turn.length();
            }
            out.write(turn(random, LAST, "the end"));
        }
    }

    private static String turn(Random random, UUID prompt, String answer) {
        StringBuilder output = new StringBuilder();
        int lines = 1 + random.nextInt(2000);
        for (int i = 0; i < lines; i++) {
            output.append(Long.toString(random.nextLong(), 36)).append("\\n  \\\"x\\\": ");
        }
        String request =
                "{\"type\":\"api-request-blob\",\"message\":{\"role\":\"user\",\"content\":\"" + output + "\"}}\n";
        return line("user", prompt, "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"do\"}]}")
                + request
                + line("assistant", UUID.randomUUID(), message("tool_use", "{\"type\":\"tool_use\",\"id\":\"t\"}"))
                + line(
                        "user",
                        UUID.randomUUID(),
                        "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"content\":\"" + output + "\"}]}")
                + line(
                        "assistant",
                        UUID.randomUUID(),
                        message("end_turn", "{\"type\":\"text\",\"text\":\"" + answer + "\"}"));
    }

    private static String message(String stopReason, String block) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"role\":\"assistant\",\"content\":[" + block
                + "],\"stop_reason\":\"" + stopReason + "\"}";
    }

    private static String line(String type, UUID uuid, String message) {
        return "{\"parentUuid\":\"" + UUID.randomUUID() + "\",\"isSidechain\":false,\"type\":\"" + type
                + "\",\"message\":" + message + ",\"uuid\":\"" + uuid + "\",\"version\":\"2.1.330\"}\n";
    }
}
