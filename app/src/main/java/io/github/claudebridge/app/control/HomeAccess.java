package io.github.claudebridge.app.control;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.Report;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.TerminalReport;
import io.github.claudebridge.app.home.HomeLock;
import java.nio.file.Path;
import java.util.Optional;

/** Does something with a home: through the bot if one runs there, otherwise alone, while bots are kept out. Thread-safe. */
public final class HomeAccess {

    private final Path home;
    private final Output output;

    /** Access to this home for a command. */
    public HomeAccess(Path home, Output output) {
        this.home = home;
        this.output = output;
    }

    /** What is done where no bot runs. */
    @FunctionalInterface
    public interface Alone {
        /** Does it, and tells the exit code. */
        int run(Report report) throws StartException;
    }

    /**
     * Does it.
     *
     * @param doing what people are told is going on
     * @return the exit code
     * @throws StartException if it cannot be done
     */
    @SuppressWarnings("try") // the lock is held, not used
    public int run(String doing, Request request, Alone alone) throws StartException {
        Optional<ControlClient> bot = ControlClient.connect(home);
        if (bot.isPresent()) {
            return ask(bot.get(), doing, request);
        }
        try (HomeLock lock = HomeLock.take(home)) {
            return alone(doing, alone);
        } catch (StartException e) {
            Optional<ControlClient> started =
                    ControlClient.connect(home).filter(there -> e.exitCode() == ExitCode.BUSY);
            if (started.isEmpty()) {
                throw e;
            }
            return ask(started.get(), doing, request);
        }
    }

    /**
     * Does it through the bot.
     *
     * @throws StartException if it cannot be done, or no bot runs
     */
    public int askBot(String doing, Request request) throws StartException {
        ControlClient bot = ControlClient.connect(home)
                .orElseThrow(() -> new StartException(
                        ExitCode.UNAVAILABLE, "No bot runs with " + home + ". Start it with: claude-bridge run"));
        return ask(bot, doing, request);
    }

    private int alone(String doing, Alone alone) throws StartException {
        try (TerminalReport report = new TerminalReport(doing, output)) {
            return alone.run(report);
        }
    }

    private int ask(ControlClient bot, String doing, Request request) throws StartException {
        try (bot;
                TerminalReport report = new TerminalReport(doing, output)) {
            Reply.End end = bot.ask(request, reply -> show(reply, report));
            if (!end.problem().isEmpty()) {
                report.err("claude-bridge: " + end.problem());
            }
            return end.code();
        }
    }

    private static void show(Reply reply, Report report) {
        if (reply instanceof Reply.Out line) {
            report.out(line.text());
        } else if (reply instanceof Reply.Err line) {
            report.err(line.text());
        } else if (reply instanceof Reply.Progress far) {
            report.progress(far.done(), far.total());
        }
    }
}
