package io.github.claudebridge.telegram.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.Pace;
import io.github.claudebridge.telegram.gateway.TelegramGateway;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.redact.Redactor;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A whole bot without its configuration: the strict fake Telegram, the real gateway and conversation, the fake CLI. */
final class TalkBot implements AutoCloseable {

    static final long ANN = 7;
    /** Is served, too. */
    static final long BOB = 8;

    static final Duration LIMIT = Duration.ofSeconds(60);

    /** A tool call that ends when the session is {@linkplain #release released}. */
    static final String UNTIL_RELEASED = "tool Bash until [ -e go ]; do sleep 0.1; done";

    final FakeTelegram telegram;
    final FakeUser ann;
    final SessionStore store;
    final Journal journal;
    private final TelegramGateway gateway;
    private final Talk talk;

    TalkBot(Path folder) {
        this(folder, BatchWindow.NONE);
    }

    TalkBot(Path folder, BatchWindow window) {
        this(folder, window, FakeTelegram.builder().strict().start());
    }

    /** A bot that is started (again) on a server that is there already. */
    TalkBot(Path folder, BatchWindow window, FakeTelegram telegram) {
        this(folder, telegram, FakeClaude.command(), TalkSettings.DEFAULT.with(window));
    }

    /** A bot with another Claude or other settings. */
    TalkBot(Path folder, List<String> command, TalkSettings settings) {
        this(folder, FakeTelegram.builder().strict().start(), command, settings);
    }

    /** A bot whose Claude may run commands without asking. */
    static TalkBot withShell(Path folder) {
        List<String> command = new ArrayList<>(FakeClaude.command());
        command.addAll(List.of("--allowedTools", "Bash"));
        return new TalkBot(folder, command, TalkSettings.DEFAULT.with(BatchWindow.NONE));
    }

    private TalkBot(Path folder, FakeTelegram telegram, List<String> command, TalkSettings settings) {
        this(folder, telegram, new ClaudeCommand(command, environment(folder)), settings, Set.of(ANN, BOB));
    }

    /** A bot for these people whose Claudes run on threads; the command is only asked for its version. */
    TalkBot(Path folder, Set<Long> people) {
        this(
                folder,
                FakeTelegram.builder().strict().start(),
                new ClaudeCommand(
                        List.of(CliScript.in(folder, FakeClaude.command()).toString()),
                        environment(folder),
                        FakeClaude.setup().inMemory()),
                TalkSettings.DEFAULT.with(BatchWindow.NONE),
                people);
    }

    private static Map<String, String> environment(Path folder) {
        return Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString());
    }

    private TalkBot(Path folder, FakeTelegram telegram, ClaudeCommand claude, TalkSettings settings, Set<Long> people) {
        this.telegram = telegram;
        ann = telegram.user(ANN, "Ann");
        store = SessionStore.open(folder.resolve("home"));
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        gateway = new TelegramGateway(
                new TelegramSettings(BotToken.of(telegram.token()), telegram.apiRoot(), Pace.unlimited()),
                journal,
                Redactor.of(Set.of()));
        talk = new Talk(
                store,
                claude,
                settings,
                journal,
                gateway.chat(),
                gateway.downloads(),
                Clock.systemUTC(),
                Instant.EPOCH);
        gateway.start(talk.admission(() -> people), talk.messages(), talk.choices(), failure -> {});
    }

    /** The chats, as whoever speaks from outside of a conversation has them. */
    Chat chat() {
        return gateway.chat();
    }

    /** What people are told about the commands. */
    List<Manual> commands() {
        return talk.commands();
    }

    /** Waits for a message of the bot to Ann. */
    SentMessage says(Predicate<SentMessage> wanted) {
        return telegram.awaitMessage(ANN, LIMIT, wanted);
    }

    SentMessage says(String text) {
        return says(message -> message.text().equals(text));
    }

    SentMessage saysSomethingWith(String part) {
        return says(message -> message.text().contains(part));
    }

    List<String> texts() {
        return telegram.messages(ANN).stream().map(SentMessage::text).toList();
    }

    Metadata session(String name) {
        return store.get(SessionName.of(name)).metadata();
    }

    /** Lets a session go on that waits with {@link #UNTIL_RELEASED}. */
    void release(String session) throws IOException {
        Path unused =
                Files.createFile(store.get(SessionName.of(session)).directory().resolve("go"));
    }

    /** Waits until Claude works on something that was sent. */
    void awaitWork() {
        telegram.await(
                "the sign of work", LIMIT, () -> !telegram.chatActions(ANN).isEmpty());
    }

    /** The processes of Claude that work in a session; those of its tools are not among them. */
    List<ProcessHandle> processes(String session) {
        String id = String.valueOf(session(session).claudeSessionId());
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(id))
                .toList();
    }

    /** Presses a button below the newest message that has it. */
    void press(String label) {
        List<SentMessage> messages = telegram.messages(ANN);
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).button(label).isPresent()) {
                ann.presses(messages.get(i).messageId(), label);
                return;
            }
        }
        throw new AssertionError("There is no button " + label + " in " + texts());
    }

    /** Ends the bot; the server goes on. */
    void stop() {
        gateway.stopReading();
        talk.close();
        gateway.close();
        journal.close();
    }

    @Override
    public void close() {
        stop();
        assertThat(telegram.lint()).isEmpty();
        telegram.close();
    }
}
