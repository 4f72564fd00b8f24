package io.github.claudebridge.process.supervisor.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.Transcripts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * A host with twenty conversations, in a JVM of its own, to be killed. It goes on with what the one before it left open, obeys one word
 * on each line of its stdin ({@code talk}, {@code quiet}), and ends in order when its stdin ends. Its first answer is what it could not
 * end of what the hosts before it left behind; to {@code quiet} it answers what it uses.
 */
public final class SoakHost {

    static final int CONVERSATIONS = 20;
    private static final int LIVE = 6;
    private static final Limits LIMITS = Limits.DEFAULT
            .withStart(Duration.ofSeconds(60))
            // What watches for silence holds on to a process that has ended for as long.
            .withSilence(Duration.ofSeconds(20))
            .withIdleBeforeClose(Duration.ofMillis(100))
            .withCloseStep(Duration.ofSeconds(2));
    private static final RestartPolicy RESTARTS =
            new RestartPolicy(3, Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofHours(1));

    private final Path folder;
    private final String mark;
    private final SplittableRandom random;
    private final Transcripts transcripts;
    private final Journal journal;
    private final Supervisor supervisor;
    private final Map<String, Talker> talkers = new LinkedHashMap<>();

    private SoakHost(Path folder, String mark, long seed) {
        this.folder = folder;
        this.mark = mark;
        this.random = new SplittableRandom(seed);
        this.transcripts = Transcripts.below(folder.resolve(".claude"));
        this.journal = new Journal(folder.resolve("journal"));
        this.supervisor = Supervisor.of(this::describe)
                .listener(this::on)
                .stateFolder(folder.resolve("state"))
                .transcripts(transcripts)
                .restarts(RESTARTS)
                .maxLive(LIVE)
                .build();
    }

    /**
     * Runs until its stdin ends, or it is killed.
     *
     * @param arguments a folder, the mark of all that it starts, and a seed
     */
    public static void main(String[] arguments) throws IOException {
        SoakHost host = new SoakHost(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2]));
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        host.goOn();
        answer(host.supervisor.sweptAtStart().survivors().toString());
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            if (word.equals("talk")) {
                host.talkers.values().forEach(Talker::start);
            } else {
                host.quiet();
                answer(Measured.now().words());
            }
        }
        host.supervisor.close();
    }

    private static void answer(String text) {
        System.out.println(HostProcess.ANSWER + text);
    }

    private ConversationSpec describe(String key) {
        return ConversationSpec.of(folder.resolve(key), session(folder, key), Files.exists(history(key)))
                .withIdleTimeout(Duration.ofMillis(700))
                .with(builder -> builder.command(FakeClaude.command())
                        .environment(Map.of("HOME", folder.toString(), HostProcess.MARK, mark))
                        .permissions(request -> Permission.allow())
                        .limits(LIMITS));
    }

    static UUID session(Path folder, String key) {
        return UUID.nameUUIDFromBytes((folder + key).getBytes(UTF_8));
    }

    private Path history(String key) {
        return folder.resolve(key).resolve("has-history");
    }

    private void on(SupervisorEvent event) {
        if (event instanceof SupervisorEvent.IdentityChanged changed && changed.hasHistory()) {
            try {
                Files.writeString(history(changed.key()), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes the conversations, and decides about each prompt that the host before left open. */
    private void goOn() throws IOException {
        Map<String, Journal.Entry> open = journal.open();
        for (int i = 0; i < CONVERSATIONS; i++) {
            String key = "conversation-" + i;
            Files.createDirectories(folder.resolve(key));
            Talker talker = new Talker(key, supervisor, journal, random.split());
            talkers.put(key, talker);
            Journal.Entry entry = open.get(key);
            if (entry != null) {
                decide(talker, entry);
            }
        }
    }

    private void decide(Talker talker, Journal.Entry entry) throws IOException {
        Optional<Transcript> transcript = transcripts.find(describe(entry.key()).sessionId());
        PromptFate fate = transcript.isPresent() ? transcript.get().fateOf(entry.prompt()) : new PromptFate.Unseen();
        if (fate instanceof PromptFate.Unseen) {
            talker.say(entry.asPrompt());
        } else if (fate instanceof PromptFate.Answered answered) {
            journal.add(Journal.Kind.RECOVERED, entry.key(), entry.prompt(), answered.text());
        } else {
            journal.add(Journal.Kind.REPORTED, entry.key(), entry.prompt(), "cut off by the end of the host");
        }
    }

    /** Lets all come to rest: no turn, no process, no thread of the supervisor. */
    private void quiet() {
        CompletableFuture.allOf(talkers.values().stream().map(Talker::stop).toArray(CompletableFuture<?>[]::new))
                .join();
        CompletableFuture.allOf(
                        talkers.keySet().stream().map(supervisor::suspend).toArray(CompletableFuture<?>[]::new))
                .join();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("claude-supervisor")));
    }
}
