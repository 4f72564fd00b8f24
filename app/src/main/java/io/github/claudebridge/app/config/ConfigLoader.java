package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.Pace;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the configuration together: {@code config.toml}, then the environment, then flags. */
public final class ConfigLoader {

    private static final String HOME = "CLAUDE_BRIDGE_HOME";
    private static final String TOKEN = "CLAUDE_BRIDGE_TELEGRAM_TOKEN";
    private static final String TOKEN_FILE = "CLAUDE_BRIDGE_TELEGRAM_TOKEN_FILE";
    private static final String API_ROOT = "CLAUDE_BRIDGE_TELEGRAM_API_ROOT";
    private static final String ALLOWED_USERS = "CLAUDE_BRIDGE_ALLOWED_USERS";
    private static final String CLAUDE_COMMAND = "CLAUDE_BRIDGE_CLAUDE_COMMAND";

    private final Map<String, String> environment;
    private final Path userHome;

    /**
     * @param environment the variables of the process
     * @param userHome the user's home folder
     */
    public ConfigLoader(Map<String, String> environment, Path userHome) {
        this.environment = Map.copyOf(environment);
        this.userHome = userHome;
    }

    /**
     * Reads the configuration.
     *
     * @throws ConfigException if a value is missing or wrong
     */
    public Config load(Overrides flags) throws ConfigException {
        Path home = home(flags);
        ConfigFile file = ConfigFile.read(home.resolve("config.toml"));
        ConfigFile.Telegram telegram = Objects.requireNonNullElse(file.telegram(), ConfigFile.Telegram.EMPTY);
        Source token = tokenSource(flags, telegram, home.resolve("config.toml"));
        ClaudeCommand claude = claude(flags, file.claude());
        return new Config(
                home,
                settings(token(token), apiRoot(flags, telegram), pace(telegram)),
                allowedUsers(flags, telegram),
                claude,
                QuestionKeys.settings(file, claude),
                batching(file.messages()),
                LogKeys.settings(file.log()),
                MetricsKeys.address(file.metrics()),
                BudgetKeys.settings(file.budget()),
                TranscriberKeys.program(file.transcriber()),
                CommandKeys.scripts(file.commands()),
                Optional.ofNullable(token.file()).flatMap(SecretFile::warning).stream()
                        .toList());
    }

    /**
     * Reads the part that works without Telegram.
     *
     * @throws ConfigException if a value of it is wrong, or the file has a wrong key
     */
    public LocalConfig loadLocal(Overrides flags) throws ConfigException {
        Path home = home(flags);
        ConfigFile file = ConfigFile.read(home.resolve("config.toml"));
        ClaudeCommand claude = claude(flags, file.claude());
        ConfigFile.Telegram telegram = Objects.requireNonNullElse(file.telegram(), ConfigFile.Telegram.EMPTY);
        return new LocalConfig(home, claude, QuestionKeys.settings(file, claude), allowedUsers(flags, telegram));
    }

    /**
     * The folder that holds everything the bot keeps.
     *
     * @throws ConfigException if it is no path
     */
    public Path home(Overrides flags) throws ConfigException {
        if (flags.home() != null) {
            if (flags.home().toString().isBlank()) {
                throw new ConfigException("--home is empty; it names a folder.");
            }
            return flags.home().toAbsolutePath().normalize();
        }
        try {
            return variable(HOME)
                    .map(Path::of)
                    .orElseGet(() -> userHome.resolve("claude-bridge"))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new ConfigException(HOME + " is not a path.");
        }
    }

    private static BotToken token(Source source) throws ConfigException {
        try {
            return BotToken.of(source.value().strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(source.name() + ": " + e.getMessage());
        }
    }

    private record Source(
            String name, String value, @Nullable Path file) {}

    private Source tokenSource(Overrides flags, ConfigFile.Telegram inFile, Path configFile) throws ConfigException {
        if (flags.tokenFile() != null) {
            return content("--token-file", flags.tokenFile());
        }
        if (variable(TOKEN).isPresent()) {
            return new Source(TOKEN, variable(TOKEN).get(), null);
        }
        if (variable(TOKEN_FILE).isPresent()) {
            return content(TOKEN_FILE, Path.of(variable(TOKEN_FILE).get()));
        }
        Optional<String> credentials = variable("CREDENTIALS_DIRECTORY");
        if (credentials.isPresent() && Files.isRegularFile(Path.of(credentials.get(), "telegram-token"))) {
            return content("the systemd credential telegram-token", Path.of(credentials.get(), "telegram-token"));
        }
        if (inFile.token() != null) {
            return new Source("telegram.token", inFile.token(), configFile);
        }
        if (inFile.tokenFile() != null) {
            return content("telegram.token_file", inFile.tokenFile());
        }
        throw new ConfigException("There is no bot token. Get one from @BotFather in Telegram and set " + TOKEN
                + ", or telegram.token in config.toml.");
    }

    private static Source content(String name, Path file) throws ConfigException {
        try {
            return new Source(name, Files.readString(file), file);
        } catch (IOException e) {
            throw new ConfigException(name + ": " + file + " cannot be read: " + Reasons.of(e));
        }
    }

    private String apiRoot(Overrides flags, ConfigFile.Telegram file) {
        return first(flags.apiRoot(), variable(API_ROOT), file.apiRoot())
                .orElse(TelegramSettings.PUBLIC_API.toString());
    }

    private static Pace pace(ConfigFile.Telegram file) throws ConfigException {
        String name = Objects.requireNonNullElse(file.pace(), "telegram");
        return switch (name) {
            case "telegram" -> Pace.telegram();
            case "unlimited" -> Pace.unlimited();
            default ->
                throw new ConfigException("telegram.pace must be \"telegram\" or \"unlimited\"; it is " + name + ".");
        };
    }

    private static TelegramSettings settings(BotToken token, String apiRoot, Pace pace) throws ConfigException {
        try {
            return new TelegramSettings(token, new URI(apiRoot), pace);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ConfigException(
                    "telegram.api_root must look like https://host or http://host:port, without a path; it is "
                            + apiRoot + ".");
        }
    }

    private Set<Long> allowedUsers(Overrides flags, ConfigFile.Telegram file) throws ConfigException {
        Set<Long> users = new LinkedHashSet<>();
        if (flags.allowedUsers() != null) {
            addUsers(users, "--allowed-users", flags.allowedUsers());
        } else if (variable(ALLOWED_USERS).isPresent()) {
            addUsers(users, ALLOWED_USERS, variable(ALLOWED_USERS).get());
        } else if (file.allowedUsers() != null) {
            for (Long id : file.allowedUsers()) {
                users.add(userId("telegram.allowed_users in config.toml", String.valueOf(id)));
            }
        }
        return users;
    }

    private static void addUsers(Set<Long> users, String source, String list) throws ConfigException {
        for (String id : list.split(",", -1)) {
            users.add(userId(source, id.strip()));
        }
    }

    private static long userId(String source, String text) throws ConfigException {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new ConfigException(
                    source + ": the allowed users must be numeric Telegram ids of people; '" + text + "' is not one.");
        }
        return Long.parseLong(text);
    }

    private ClaudeCommand claude(Overrides flags, ConfigFile.@Nullable Claude inFile) throws ConfigException {
        ConfigFile.Claude file = inFile != null ? inFile : new ConfigFile.Claude(null, null, null);
        Optional<String> line = first(flags.claudeCommand(), variable(CLAUDE_COMMAND), null);
        List<String> command = line.isPresent()
                ? ShellWords.split(line.get())
                : Objects.requireNonNullElse(file.command(), List.of("claude"));
        try {
            return new ClaudeCommand(command, Objects.requireNonNullElse(file.environment(), Map.of()));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("claude.command: " + e.getMessage());
        }
    }

    private static BatchWindow batching(ConfigFile.@Nullable Messages inFile) throws ConfigException {
        Integer milliseconds = inFile == null ? null : inFile.batchWindowMs();
        try {
            return milliseconds == null ? BatchWindow.DEFAULT : BatchWindow.of(Duration.ofMillis(milliseconds));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("messages.batch_window_ms in config.toml: it is a number from 0 (each message by"
                    + " itself) to 10000, not " + milliseconds + ".");
        }
    }

    private static Optional<String> first(@Nullable String flag, Optional<String> variable, @Nullable String fromFile) {
        return Optional.ofNullable(flag).or(() -> variable).or(() -> Optional.ofNullable(fromFile));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
