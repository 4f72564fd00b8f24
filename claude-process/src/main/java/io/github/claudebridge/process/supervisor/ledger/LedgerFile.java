package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a host wrote down. The host is in the name of the file, so that a file without a whole line says whose it is. */
final class LedgerFile {

    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-(\\w+)-[0-9a-f]{8}\\.jsonl");

    private LedgerFile() {}

    static String name(ProcessId host, String random) {
        return host.pid() + "-" + host.started() + "-" + random + ".jsonl";
    }

    /** The host that writes it; empty where this is no ledger. */
    static Optional<ProcessId> host(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new ProcessId(Long.parseLong(name.group(1)), name.group(2), ""))
                : Optional.empty();
    }

    /** What was started and not known to have ended. A line that is torn or makes no sense is left out. */
    static Collection<LedgerEntry> read(Path file) throws IOException {
        Map<String, LedgerEntry> entries = new LinkedHashMap<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines().forEach(line -> {
            try {
                add(entries, Json.parse(line));
            } catch (IllegalArgumentException torn) {
                // What it would have said is found by the mark, or not at all.
            }
        });
        return entries.values();
    }

    private static void add(Map<String, LedgerEntry> entries, Json line) {
        String mark = line.string("mark").orElse("");
        if (mark.isEmpty()) {
            return;
        }
        if (line.isTrue("gone")) {
            entries.remove(mark);
            return;
        }
        LedgerEntry entry = entries.computeIfAbsent(mark, LedgerEntry::new);
        line.get("root").flatMap(ProcessId::of).ifPresent(entry::root);
        line.get("child").flatMap(ProcessId::of).ifPresent(entry::child);
    }
}
