package io.github.claudebridge.app.fake;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeTelegramBuilder;
import io.github.claudebridge.telegram.testing.Lint;
import io.github.claudebridge.telegram.testing.RateModel;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stand-in for Telegram's Bot API server. */
@Command(
        name = "telegram",
        description = "Serve a strict Bot API on loopback, with a chat page for the browser, until it is stopped.")
final class FakeTelegramCommand implements Callable<Integer> {

    private static final long GROUP = -1_001_000_000_001L;
    private static final Duration FOREVER = Duration.ofDays(36_500);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port on 127.0.0.1; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--token", paramLabel = "TOKEN", description = "The bot token it knows; invented, if not given.")
    private @Nullable String token;

    @Option(
            names = "--user",
            paramLabel = "ID",
            defaultValue = "1",
            description = "The Telegram id of the person at the chat page (default: ${DEFAULT-VALUE}).")
    private long user;

    @Option(
            names = "--group",
            paramLabel = "TITLE",
            description = "Also make a group with topics, in which the bot and the person are.")
    private @Nullable String group;

    @Option(names = "--rate-limits", description = "Refuse calls that come too fast, about as Telegram does.")
    private boolean rateLimits;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        try (FakeTelegram telegram = start()) {
            PrintWriter out = output.out();
            out.println("api_root " + telegram.apiRoot());
            out.println("token " + telegram.token());
            if (group != null) {
                out.println("group_id " + telegram.forum(GROUP, group).id());
            }
            out.println("chat_page " + telegram.chatPage(telegram.user(user, "You")));
            out.flush();
            return tellWarnings(telegram);
        }
    }

    /** Goes on until the process is ended. */
    private int tellWarnings(FakeTelegram telegram) {
        PrintWriter err = output.err();
        List<Lint> told = List.of();
        while (true) {
            int before = told.size();
            telegram.await("a warning", FOREVER, () -> telegram.lint().size() > before);
            told = telegram.lint();
            for (Lint lint : told.subList(before, told.size())) {
                err.println("warning: " + lint.method() + " in chat " + lint.chatId() + ": " + lint.message());
            }
            err.flush();
        }
    }

    private FakeTelegram start() throws StartException {
        try {
            FakeTelegramBuilder builder = FakeTelegram.builder().port(port);
            if (rateLimits) {
                builder.rateModel(RateModel.likeTelegram());
            }
            return (token == null ? builder : builder.token(token)).start();
        } catch (IllegalArgumentException e) {
            throw output.wrong(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new StartException(
                    ExitCode.UNAVAILABLE, "Port " + port + " cannot be used. Choose another with --port.");
        }
    }
}
