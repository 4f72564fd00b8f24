package io.github.claudebridge.process.supervisor.soak;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.TranscriptMessage;
import io.github.claudebridge.process.transcript.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What hosts, processes and tools wrote down must agree: each prompt was answered once, or reported, and done at most once. */
final class Books {

    private final Path folder;
    private final String seed;
    private final Map<UUID, Journal.Entry> sent = new HashMap<>();
    private final Map<UUID, List<Journal.Entry>> outcomes = new HashMap<>();

    /**
     * Reads the journal.
     *
     * @param seed named in each complaint
     */
    Books(Path folder, String seed) throws IOException {
        this.folder = folder;
        this.seed = seed;
        for (Journal.Entry entry : new Journal(folder.resolve("journal")).entries()) {
            if (entry.kind() == Journal.Kind.SENT) {
                sent.put(entry.prompt(), entry);
            } else {
                outcomes.computeIfAbsent(entry.prompt(), id -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    void check() throws IOException {
        assertThat(outcomes.keySet()).as("prompts with an outcome, %s", seed).isEqualTo(sent.keySet());
        outcomes.forEach((prompt, entries) -> {
            assertThat(entries).as("outcomes of %s, %s", prompt, seed).hasSize(1);
            if (is(Journal.Kind.REPORTED, prompt)) {
                assertThat(entries.get(0).text()).as(seed).doesNotStartWith("unexpected");
            } else {
                assertThat(entries.get(0).text())
                        .as("%s, %s", sent.get(prompt), seed)
                        .isEqualTo(Talker.answer(prompt));
            }
        });
        Map<UUID, Long> seen = seen();
        Map<UUID, Long> done = done();
        sent.forEach((prompt, entry) -> {
            assertThat(seen.getOrDefault(prompt, 0L))
                    .as("how often %s is in its session, %s", entry, seed)
                    .isBetween(is(Journal.Kind.REPORTED, prompt) ? 0L : 1L, 1L);
            // A tool that a dead host could not allow any more was refused, and the answer came without it.
            boolean surely = is(Journal.Kind.ANSWERED, prompt) && entry.text().startsWith("tool");
            assertThat(done.getOrDefault(prompt, 0L))
                    .as("how often %s was done, %s", entry, seed)
                    .isBetween(surely ? 1L : 0L, 1L);
        });
    }

    /** The last prompt of each conversation met no kill, so it must have been answered. */
    void checkLast() throws IOException {
        Map<String, Journal.Entry> last = new HashMap<>();
        new Journal(folder.resolve("journal")).entries().forEach(entry -> last.put(entry.key(), entry));
        assertThat(last).as(seed).hasSize(SoakHost.CONVERSATIONS);
        assertThat(last.values()).as(seed).allMatch(entry -> entry.kind() == Journal.Kind.ANSWERED);
    }

    private boolean is(Journal.Kind kind, UUID prompt) {
        return outcomes.getOrDefault(prompt, List.of()).stream().anyMatch(entry -> entry.kind() == kind);
    }

    private Map<UUID, Long> seen() throws IOException {
        Map<UUID, Long> seen = new HashMap<>();
        Transcripts transcripts = Transcripts.below(folder.resolve(".claude"));
        for (String key : keys()) {
            Transcript transcript =
                    transcripts.find(SoakHost.session(folder, key)).orElseThrow();
            transcript.reader().poll(message -> {
                if (message.role() == TranscriptMessage.Role.USER) {
                    seen.merge(UUID.fromString(message.id()), 1L, Long::sum);
                }
            });
        }
        return seen;
    }

    private Map<UUID, Long> done() throws IOException {
        Map<UUID, Long> done = new HashMap<>();
        for (String key : keys()) {
            Path log = folder.resolve(key).resolve("done.log");
            if (Files.exists(log)) {
                done.putAll(Files.readAllLines(log).stream()
                        .map(UUID::fromString)
                        .collect(groupingBy(id -> id, counting())));
            }
        }
        return done;
    }

    private List<String> keys() {
        return sent.values().stream().map(Journal.Entry::key).distinct().toList();
    }

    /** How many there were of each outcome. */
    Map<Journal.Kind, Long> summary() {
        return outcomes.values().stream().flatMap(List::stream).collect(groupingBy(Journal.Entry::kind, counting()));
    }
}
