package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.testing.Button;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A packaged bot in front of a strict server, with one person who writes to it, whichever Claude is behind it. */
abstract class BotContract {

    static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    final FakeTelegram telegram = FakeTelegram.builder().strict().start();
    final FakeUser ann = telegram.user(BotHome.ANN, "Ann");
    private TestedClaude claude;
    BotHome home;
    BotProcess bot;

    /** The Claude behind the bot, which keeps its things in this folder. */
    abstract TestedClaude claude(Path itsFolder) throws IOException;

    @BeforeEach
    final void startTheBot() throws Exception {
        claude = claude(folder.resolve("claude"));
        home = configure(claude);
        bot = home.run();
    }

    @AfterEach
    final void end() {
        bot.close();
        claude.close();
        assertThat(telegram.lint()).isEmpty();
        telegram.close();
    }

    /** The home of the bot, before it is started. */
    BotHome configure(TestedClaude with) throws IOException {
        return BotHome.configure(folder.resolve("home"), telegram, with.command(), with.environment());
    }

    /** Where a session works. */
    final Path work(String session) {
        return home.folder().resolve("sessions").resolve(session);
    }

    final SentMessage said(Predicate<SentMessage> wanted) {
        return telegram.awaitMessage(BotHome.ANN, LIMIT, wanted);
    }

    /** Waits for the one message with this text, which must not have been said when it is waited for again. */
    final SentMessage heard(String text) {
        return said(message -> message.text().contains(text));
    }

    /** Waits for a question with these words. */
    final SentMessage question(String words) {
        return said(message -> !message.buttons().isEmpty() && message.text().contains(words));
    }

    /** Presses the first button whose label begins so. */
    final void press(SentMessage question, String label) {
        ann.presses(
                question.messageId(),
                telegram.messages(BotHome.ANN).stream()
                        .filter(message -> message.messageId() == question.messageId())
                        .flatMap(message -> message.buttons().stream())
                        .flatMap(List::stream)
                        .map(Button::text)
                        .filter(text -> text.startsWith(label))
                        .findFirst()
                        .orElseThrow());
    }
}
