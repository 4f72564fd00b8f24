package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Many chats with a bot that is killed again and again at random moments, and its Claude processes too. The conversations go on all the
 * while; in the end everything must have been answered.
 */
final class KillMatrix {

    private static final int CHATS = 10;
    private static final int MESSAGES = 200;
    private static final int LONGEST_LIFE_MILLIS = 5_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final FakeTelegram telegram;
    private final SplittableRandom random;
    private final int kills;
    private final BotHome home;
    private final List<Correspondent> people;
    private int begun;

    KillMatrix(Path folder, FakeTelegram telegram, long seed, int kills) throws IOException {
        this.folder = folder;
        this.telegram = telegram;
        this.random = new SplittableRandom(seed);
        this.kills = kills;
        List<Long> users = LongStream.range(100, 100 + CHATS).boxed().toList();
        this.home = BotHome.configure(
                folder.resolve("home"),
                telegram,
                FakeClaude.command(),
                Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()),
                users);
        this.people = users.stream().map(id -> new Correspondent(telegram, id)).toList();
    }

    /** Lets the bot live and die, then lets it live until all is said. */
    void run() throws Exception {
        people.forEach(Correspondent::begins);
        for (int kill = 0; kill < kills; kill++) {
            write(Math.max(1, MESSAGES / kills));
            int before = answered();
            try (BotProcess bot = home.run()) {
                if (random.nextInt(4) > 0) {
                    await("it works").atMost(LIMIT).until(() -> answered() > before);
                }
                live(random.nextInt(LONGEST_LIFE_MILLIS / 2));
                if (random.nextInt(3) == 0) {
                    killClaude(bot);
                }
                write(1);
                live(random.nextInt(LONGEST_LIFE_MILLIS / 2));
                bot.kill();
                bot.exitCode();
            }
        }
        try (BotProcess bot = home.run()) {
            await("everything is answered").atMost(LIMIT).until(this::isAllAnswered);
            await("every update is noted as done")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .until(this::isAllNoted);
            bot.terminate();
            assertThat(bot.exitCode()).isEqualTo(143);
        }
    }

    /** A bot that answers something is in the middle of its work, however slow the machine is. */
    private int answered() {
        return people.stream()
                .mapToInt(person -> person.written().size() - person.missing().size())
                .sum();
    }

    private void write(int messages) {
        for (int i = 0; i < messages; i++) {
            people.get(begun++ % CHATS).writes();
        }
    }

    /** Time that passes is what this is about; nothing is waited for. */
    private void live(int millis) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        assertThat(never).isFalse();
        people.forEach(Correspondent::decides);
    }

    private void killClaude(BotProcess bot) {
        List<ProcessHandle> claudes = bot.descendants();
        if (!claudes.isEmpty()) {
            claudes.get(random.nextInt(claudes.size())).destroyForcibly();
        }
    }

    private boolean isAllAnswered() {
        people.forEach(Correspondent::decides);
        return people.stream().allMatch(person -> person.missing().isEmpty());
    }

    /** Looks into the journal of the bot that runs; an answer is seen in the chat a moment before it is noted there. */
    private boolean isAllNoted() {
        try (Journal journal = journal()) {
            return journal.updates().open().isEmpty();
        }
    }

    private Journal journal() {
        return Journal.open(folder.resolve("home/state/journal.db"), Clock.systemUTC());
    }

    /** What must be true in the end. */
    void check(String run) throws IOException {
        for (Correspondent person : people) {
            assertThat(person.missing()).as(run).isEmpty();
            for (String text : person.written()) {
                assertThat(given(text))
                        .as("%s: how often Claude was given '%s' after %s decisions", run, text, person.decisions())
                        .isLessThanOrEqualTo(1 + person.decisions());
            }
        }
        long givenAgain = people.stream()
                .flatMap(person -> person.written().stream())
                .mapToLong(text -> given(text) - 1)
                .sum();
        long decisions = people.stream().mapToLong(Correspondent::decisions).sum();
        assertThat(givenAgain).as("%s: prompts that were given again", run).isLessThanOrEqualTo(decisions);
        long repeated = people.stream().mapToLong(Correspondent::repeated).sum();
        try (Journal journal = journal()) {
            assertThat(journal.updates().open()).as(run).isEmpty();
            assertThat(repeated)
                    .as("%s: answers that came twice", run)
                    .isLessThanOrEqualTo(journal.outgoing().repeats())
                    .isLessThanOrEqualTo((long) kills * CHATS);
        }
        assertThat(telegram.lint()).as(run).isEmpty();
    }

    /** How often Claude wrote down that it was given this text. */
    private long given(String text) {
        try (Stream<Path> files = Files.walk(folder.resolve("claude"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .flatMap(KillMatrix::lines)
                    .filter(line -> line.contains("\"type\":\"user\"") && line.contains(text))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int decisions() {
        return people.stream().mapToInt(Correspondent::decisions).sum();
    }

    long repeated() {
        return people.stream().mapToLong(Correspondent::repeated).sum();
    }
}
