package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.error.Dialog;
import io.github.claudebridge.process.internal.Announcer;
import io.github.claudebridge.process.transcript.Transcripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Claude Code in a terminal that is being watched. Thread-safe. */
final class LiveClaudeTerminal implements ClaudeTerminal {

    private static final Logger log = LoggerFactory.getLogger(LiveClaudeTerminal.class);
    private static final Duration TICK = Duration.ofMillis(40);

    /** Enter right behind a paste is taken for a part of it. */
    private static final Duration BEFORE_ENTER = Duration.ofMillis(300);

    private static final Duration REMINDER = Duration.ofSeconds(3);

    private final TerminalSettings settings;
    private final Announcer announcer;
    private final HookFolder hooks = new HookFolder(HookReport.EVENTS);
    private final SessionNews news;
    private final TerminalTurns turns;
    private final TurnWatch watch;
    private final Beginning beginning;
    private final LiveTerminal terminal;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch gone = new CountDownLatch(1);
    private boolean asking;
    private long reminders;

    private LiveClaudeTerminal(TerminalSettings settings, ClaudeListener listener, boolean failsAtDialogs)
            throws IOException {
        this.settings = settings;
        announcer = new Announcer(listener);
        news = new SessionNews(Transcripts.of(settings.environment()), settings.sessionId());
        turns = new TerminalTurns(announcer, this::type, news::sessionId);
        watch = new TurnWatch(hooks, news, announcer, turns);
        beginning = new Beginning(failsAtDialogs, announcer);
        terminal = launch();
    }

    private LiveTerminal launch() throws IOException {
        try {
            return settings.launch(hooks.settings());
        } catch (ClaudeException notStarted) {
            hooks.close();
            throw notStarted;
        }
    }

    static LiveClaudeTerminal start(TerminalSettings settings, ClaudeListener listener, boolean waitForPrompt) {
        LiveClaudeTerminal claude;
        try {
            claude = new LiveClaudeTerminal(settings, listener, waitForPrompt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread watcher = settings.threads().newThread(claude::watch);
        watcher.setName("terminal-" + claude.pid() + "-watch");
        watcher.start();
        if (waitForPrompt) {
            claude.awaitPrompt();
        }
        return claude;
    }

    private void awaitPrompt() {
        Duration limit = settings.limits().start();
        try {
            beginning.await(limit).ifPresent(failure -> {
                throw new ClaudeException(failure);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new ClaudeException(new ClaudeError.Closed(), e);
        } catch (ClaudeException failure) {
            close();
            throw failure;
        }
    }

    private void watch() {
        CompletableFuture<Void> unused = terminal.onExit().thenRun(gone::countDown);
        try {
            boolean ended = false;
            while (!ended) {
                ended = gone.await(TICK.toMillis(), TimeUnit.MILLISECONDS);
                lookSafely();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended();
        }
    }

    private void lookSafely() {
        try {
            watch.look();
        } catch (IOException | UncheckedIOException unreadable) {
            log.warn("What happens in the terminal of session {} cannot be read", sessionId(), unreadable);
        }
        Screen screen = screen();
        if (beginning.isOver()) {
            lookAtQuestions(screen);
            remind(screen);
            turns.giveUpAfter(settings.limits().start(), notTaken());
        } else {
            beginning.look(screen, watch.hasSessionStarted(), turns::ready);
        }
    }

    /** A key may get lost while Claude Code is busy with itself; in an empty prompt box Enter does nothing. */
    private void remind(Screen screen) {
        long due = turns.typedFor().toMillis() / REMINDER.toMillis();
        if (due > reminders && Sight.isAtPrompt(screen) && !terminal.onExit().isDone()) {
            terminal.press(Key.ENTER);
        }
        reminders = due;
    }

    /** No hook tells that a decision was made; the dialog that is gone does. */
    private void lookAtQuestions(Screen screen) {
        boolean now = Sight.isAsking(screen);
        if (asking && !now) {
            turns.asks(false);
        }
        asking = now;
    }

    private ClaudeError notTaken() {
        return new ClaudeError.NotPossible(
                "Sending a prompt",
                "Claude Code did not take it",
                "Look at the screen; a menu or a question may be open there");
    }

    private void ended() {
        int code = terminal.onExit().getNow(-1);
        ClaudeError why = closing.get()
                ? new ClaudeError.Closed()
                : new ClaudeError.ProcessDied(code, Beginning.lastLines(screen()));
        beginning.ended(code, screen(), settings.sessionId());
        if (!closing.get() && code != 0) {
            announcer.error(why);
        }
        turns.closed(why);
        try {
            hooks.close();
        } catch (IOException e) {
            log.warn("The folder of the hooks of session {} could not be removed", sessionId(), e);
        }
    }

    private void type(String prompt) {
        terminal.paste(prompt);
        terminal.writeAfter(BEFORE_ENTER, Key.ENTER.bytes());
    }

    @Override
    public Turn send(String prompt) {
        OpenPrompt open = OpenPrompt.of(prompt);
        Pasted.bytes(open.text());
        return turns.send(open);
    }

    @Override
    public void interrupt() {
        if (turns.isRunning()) {
            terminal.press(Key.ESCAPE);
        }
    }

    @Override
    public UUID sessionId() {
        return news.sessionId();
    }

    @Override
    public Status status() {
        return turns.status();
    }

    @Override
    public Optional<Dialog> dialog() {
        return beginning.isOver() ? Optional.empty() : Sight.dialog(screen());
    }

    @Override
    public void write(byte[] bytes) {
        terminal.write(bytes);
    }

    @Override
    public void paste(String text) {
        terminal.paste(text);
    }

    @Override
    public void press(Key... keys) {
        terminal.press(keys);
    }

    @Override
    public void resize(WindowSize size) {
        terminal.resize(size);
    }

    @Override
    public WindowSize size() {
        return terminal.size();
    }

    @Override
    public Screen screen() {
        return terminal.screen();
    }

    @Override
    public long pid() {
        return terminal.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return terminal.onExit();
    }

    @Override
    public void close() {
        closing.set(true);
        terminal.close();
    }
}
