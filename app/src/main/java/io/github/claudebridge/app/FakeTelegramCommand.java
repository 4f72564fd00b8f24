package io.github.claudebridge.app;

import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeTelegramBuilder;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The stand-in for Telegram's Bot API server. */
@Command(
        name = "telegram",
        description = "Serve a strict Bot API on loopback, with a chat page for the browser, until it is stopped.")
final class FakeTelegramCommand implements Callable<Integer> {

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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException, InterruptedException {
        try (FakeTelegram telegram = start()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("api_root " + telegram.apiRoot());
            out.println("token " + telegram.token());
            out.println("chat_page " + telegram.chatPage(telegram.user(user, "You")));
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private FakeTelegram start() throws StartException {
        try {
            FakeTelegramBuilder builder = FakeTelegram.builder().port(port);
            return (token == null ? builder : builder.token(token)).start();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new StartException(
                    ExitCode.UNAVAILABLE, "Port " + port + " cannot be used. Choose another with --port.");
        }
    }
}
