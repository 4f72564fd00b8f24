package io.github.claudebridge.telegram.conversation.question;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.Pace;
import io.github.claudebridge.telegram.gateway.TelegramGateway;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import io.github.claudebridge.telegram.internal.ManualTimers;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.redact.Redactor;
import io.github.claudebridge.telegram.testing.Button;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A session with the fake CLI that works for Ann, whose questions go to the strict fake Telegram. Bob may use the bot too. */
final class QuestionFixture implements AutoCloseable {

    static final SessionName WORK = SessionName.of("work");
    static final long ANN = 7;
    static final long BOB = 8;
    /** What the bot keeps to itself. */
    static final String SECRET = "correct-horse_battery:staple";

    static final Duration LIMIT = Duration.ofSeconds(60);

    final FakeTelegram telegram;
    final FakeUser ann;
    final SessionStore store;
    final ManualTimers time = new ManualTimers();
    final SessionQuestions questions;
    final Modes modes;
    final AuditLog audit;
    /** What was written to Claude rather than as an answer. */
    final List<String> prompts = new CopyOnWriteArrayList<>();

    /** For whom the session works. */
    volatile Optional<Audience> audience = Optional.of(new Audience(new ChatId(ANN), ANN));

    /** Whether Ann's chat talks to the session. */
    volatile boolean front = true;

    final List<SessionName> suspended = new CopyOnWriteArrayList<>();

    private final Path folder;
    private final Journal journal;
    private final TelegramGateway gateway;
    private volatile Optional<ClaudeProcess> claude = Optional.empty();

    QuestionFixture(Path folder) {
        this(folder, FakeTelegram.builder().strict().start(), QuestionSettings.DEFAULT);
    }

    QuestionFixture(Path folder, QuestionSettings settings) {
        this(folder, FakeTelegram.builder().strict().start(), settings);
    }

    QuestionFixture(Path folder, FakeTelegram telegram, QuestionSettings settings) {
        this.folder = folder;
        this.telegram = telegram;
        this.ann = telegram.user(ANN, "Ann");
        this.store = SessionStore.open(folder.resolve("home"));
        if (store.find(WORK).isEmpty()) {
            store.create(WORK, "default");
        }
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        gateway = new TelegramGateway(
                new TelegramSettings(BotToken.of(telegram.token()), telegram.apiRoot(), Pace.unlimited()),
                journal,
                Redactor.of(Set.of(SECRET)));
        audit = new AuditLog(folder.resolve("home/state/audit.jsonl"), time);
        Sessions sessions = new OneSession();
        questions = new SessionQuestions(store, gateway.chat(), journal, audit, settings, sessions, time, time);
        modes = new Modes(store, audit, settings, sessions);
        gateway.start(Set.of(ANN, BOB)::contains, this::message, questions, failure -> {});
        ann.sends("/start");
    }

    private CompletableFuture<Handled> message(UserMessage message, DeliveryKey key) {
        return questions.take(message, key).orElseGet(() -> {
            prompts.add(message.text());
            return CompletableFuture.completedFuture(Handled.DONE);
        });
    }

    private final class OneSession implements Sessions {
        @Override
        public Optional<Audience> audience(SessionName session) {
            return audience;
        }

        @Override
        public boolean isFront(SessionName session, ChatId chat) {
            return front;
        }

        @Override
        public Optional<ClaudeProcess> live(SessionName session) {
            return claude;
        }

        @Override
        public CompletableFuture<Void> suspend(SessionName session) {
            suspended.add(session);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Gives Claude a prompt, after starting it if that is the first. */
    Turn prompt(String text) {
        return claude().send(text);
    }

    ClaudeProcess claude() {
        if (claude.isEmpty()) {
            ClaudeProcessBuilder builder = ClaudeProcess.builder();
            builder.environment(
                    Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
            questions.prepare(WORK, builder);
            claude = Optional.of(builder.directory(work())
                    .transport(FakeClaude.setup().inMemory())
                    .start());
        }
        return claude.get();
    }

    /** Ends the process as idleness does; the next prompt starts another. */
    void endProcess() {
        claude.ifPresent(ClaudeProcess::close);
        claude = Optional.empty();
    }

    /** Claude's working directory. */
    Path work() {
        return store.get(WORK).directory();
    }

    /** What Claude answered at the end of a turn. */
    static String answer(Turn turn) throws Exception {
        return turn.result().get(LIMIT.toSeconds(), TimeUnit.SECONDS).text();
    }

    /** The open question, as soon as there is one. */
    SentMessage question() {
        return question("");
    }

    /** The key of the question of Claude that is open. */
    DeliveryKey openKey() {
        return new DeliveryKey(
                journal.questions().open(SessionQuestions.KEYS).get(0).key());
    }

    static boolean isOpen(SentMessage message) {
        return !message.buttons().isEmpty();
    }

    /** The open question whose text has these words. */
    SentMessage question(String words) {
        SentMessage question = telegram.awaitMessage(
                ANN, LIMIT, message -> isOpen(message) && message.text().contains(words));
        await("it is noted, as it is long before a person can answer")
                .atMost(LIMIT)
                .until(() -> gateway.chat()
                        .keyOf(new ChatId(ANN), question.messageId())
                        .isPresent());
        return question;
    }

    /** Ann presses the button that begins so. */
    void press(SentMessage question, String label) {
        ann.presses(question.messageId(), label(question, label));
    }

    static String label(SentMessage question, String beginning) {
        return labels(question).stream()
                .filter(label -> label.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is none of " + labels(question)));
    }

    static List<String> labels(SentMessage question) {
        return question.buttons().stream()
                .flatMap(List::stream)
                .map(Button::text)
                .toList();
    }

    /** The message as it stands now, as soon as its buttons are gone. */
    SentMessage closed(SentMessage question) {
        return telegram.awaitMessage(
                ANN, LIMIT, message -> message.messageId() == question.messageId() && !isOpen(message));
    }

    SentMessage said(String words) {
        return telegram.awaitMessage(ANN, LIMIT, message -> message.text().contains(words));
    }

    /** How many messages made a sound. */
    long rung() {
        return telegram.messages(ANN).stream()
                .filter(message -> !message.silent())
                .count();
    }

    /** The lines of the audit log, as soon as there are so many. */
    List<JsonNode> audited(int lines) throws IOException {
        Path file = folder.resolve("home/state/audit.jsonl");
        await("the audit log")
                .atMost(LIMIT)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() >= lines);
        List<JsonNode> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            entries.add(new ObjectMapper().readTree(line));
        }
        return entries;
    }

    /** Ends the bot as a kill does: nothing more is said, and nothing noted. The server goes on. */
    void stopAsKilled() {
        gateway.close();
        journal.close();
        claude.ifPresent(ClaudeProcess::close);
    }

    /** Ends the bot properly, but for its connection. */
    void stop() {
        questions.close();
        claude.ifPresent(ClaudeProcess::close);
    }

    @Override
    public void close() {
        stop();
        gateway.close();
        journal.close();
        telegram.close();
    }
}
