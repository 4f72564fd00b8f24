package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.CliVersion;
import io.github.claudebridge.process.Installation;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.PipeTransport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks a command for its version and its login. */
public final class Probe {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MAX_OUTPUT = 1 << 16;

    private Probe() {}

    /** Looks at the command in this environment. */
    public static Installation look(List<String> command, Map<String, String> environment) {
        CliVersion version = version(command, environment);
        Json login = login(output(command, List.of("auth", "status"), environment));
        return new Installation(
                version, login.isTrue("loggedIn"), login.string("authMethod").orElse(""));
    }

    /** Asks the command for its version only. */
    public static CliVersion version(List<String> command, Map<String, String> environment) {
        String said = output(command, List.of("--version"), environment);
        return CliVersion.parse(said)
                .orElseThrow(() -> new ClaudeException(new ClaudeError.VersionUnknown(firstLines(said))));
    }

    private static List<String> firstLines(String said) {
        return said.lines().limit(3).toList();
    }

    private static Json login(String said) {
        try {
            return Json.parse(said);
        } catch (IllegalArgumentException notAsExpected) {
            return Json.EMPTY_OBJECT;
        }
    }

    private static String output(List<String> command, List<String> arguments, Map<String, String> environment) {
        List<String> line = new ArrayList<>(command);
        line.addAll(arguments);
        Launch launch = new Launch(line, Path.of("/"), environment);
        Connection connection = new PipeTransport().start(launch);
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> unused = connection
                .onExit()
                .thenApply(code -> false)
                .completeOnTimeout(true, LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(timeIsOver -> {
                    late.set(timeIsOver);
                    connection.killTree();
                });
        try (InputStream out = connection.output();
                InputStream errors = connection.errors()) {
            connection.input().close();
            String said = new String(out.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
            if (late.get()) {
                throw new ClaudeException(new ClaudeError.StartTimeout(LIMIT, firstLines(said)));
            }
            return said.isBlank() ? new String(errors.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8) : said;
        } catch (IOException e) {
            throw new ClaudeException(new ClaudeError.SpawnFailed(String.valueOf(e.getMessage())), e);
        } finally {
            connection.killTree();
        }
    }
}
