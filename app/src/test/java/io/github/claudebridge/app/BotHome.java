package io.github.claudebridge.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A configured home for a bot process, and a look into it. */
record BotHome(Path folder) {

    /** The only user who is served. */
    static final long ANN = 7;

    /** Writes the configuration: this server, this Claude, and only Ann is served. */
    static BotHome configure(Path folder, FakeTelegram telegram, List<String> claude, Map<String, String> environment)
            throws IOException {
        return configure(folder, telegram, claude, environment, List.of(ANN));
    }

    /** The same for these users. */
    static BotHome configure(
            Path folder, FakeTelegram telegram, List<String> claude, Map<String, String> environment, List<Long> users)
            throws IOException {
        Path file = Files.createDirectories(folder).resolve("config.toml");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                [telegram]
                token = %s
                api_root = %s
                allowed_users = %s
                pace = "unlimited"
                [claude]
                command = [%s]
                environment = { %s }
                [messages]
                batch_window_ms = 0
                """.formatted(
                        quoted(telegram.token()),
                        quoted(telegram.apiRoot().toString()),
                        users,
                        claude.stream().map(BotHome::quoted).collect(Collectors.joining(", ")),
                        environment.entrySet().stream()
                                .map(variable -> variable.getKey() + " = " + quoted(variable.getValue()))
                                .collect(Collectors.joining(", "))));
        return new BotHome(folder);
    }

    /** Lets sessions be set to do everything without asking. */
    BotHome allowingBypass() throws IOException {
        Path file = folder.resolve("config.toml");
        Files.writeString(file, Files.readString(file).replace("[claude]\n", "[claude]\nallow_bypass = true\n"));
        return this;
    }

    /** A home that is configured already. */
    static BotHome of(Path folder) {
        return new BotHome(folder);
    }

    BotProcess run() throws IOException {
        return BotProcess.start(folder, Map.of("CLAUDE_BRIDGE_HOME", folder.toString()), "run");
    }

    Metadata session(String name) {
        return SessionStore.open(folder).get(SessionName.of(name)).metadata();
    }

    /** TOML's basic strings escape as JSON's do. */
    private static String quoted(String text) {
        try {
            return new ObjectMapper().writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
