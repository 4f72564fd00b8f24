package io.github.claudebridge.process.supervisor.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much memory a process and all that it started use, on Linux; nothing where the system does not tell. */
final class TreeMemory {

    private static final Path PROC = Path.of("/proc");

    private TreeMemory() {}

    /** The sum in bytes. What processes share counts once, where the system tells it so. */
    static long of(long pid) {
        LongStream descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), descendants)
                .map(TreeMemory::ofOne)
                .sum();
    }

    private static long ofOne(long pid) {
        Path folder = PROC.resolve(Long.toString(pid));
        OptionalLong proportional = kilobytes(folder.resolve("smaps_rollup"), "Pss:");
        OptionalLong resident = proportional.isPresent() ? proportional : kilobytes(folder.resolve("status"), "VmRSS:");
        return resident.orElse(0) * 1024;
    }

    private static OptionalLong kilobytes(Path file, String name) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | RuntimeException notTold) {
            return OptionalLong.empty();
        }
    }
}
