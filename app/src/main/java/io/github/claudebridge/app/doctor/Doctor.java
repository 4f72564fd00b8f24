package io.github.claudebridge.app.doctor;

import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ConfigLoader;
import io.github.claudebridge.app.config.LocalConfig;
import io.github.claudebridge.app.config.Overrides;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.util.ArrayList;
import java.util.List;

/** Asks every check, as far as the configuration lets them be asked. */
public final class Doctor {

    private static final String CONFIGURATION = "Configuration";

    private final ConfigLoader loader;

    public Doctor(ConfigLoader loader) {
        this.loader = loader;
    }

    /** What all checks found, in an order that puts causes before consequences. */
    public List<Finding> examine(Overrides flags) {
        List<Check> checks = new ArrayList<>();
        checks.add(new JavaCheck());
        try {
            Config config = loader.load(flags);
            checks.add(() -> configuration(config));
            checks.addAll(local(config.local()));
            checks.add(new TelegramCheck(config.telegram()));
        } catch (ConfigException e) {
            checks.add(() -> List.of(wrong(e)));
            checks.addAll(localIfPossible(flags));
        }
        return checks.stream().flatMap(check -> check.look().stream()).toList();
    }

    /** What is to be said about this token at this server. */
    public static List<Finding> telegram(TelegramSettings settings) {
        return new TelegramCheck(settings).look();
    }

    /** What is to be said about this command. */
    public static List<Finding> claude(ClaudeCommand command) {
        return new ClaudeCheckup(command).look();
    }

    private static List<Finding> configuration(Config config) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(
                CONFIGURATION,
                "bot %s at %s, allowed users %s"
                        .formatted(
                                config.telegram().token(),
                                config.telegram().apiRoot(),
                                config.allowedUsers().stream().sorted().toList())));
        config.warnings().forEach(warning -> findings.add(Finding.warning(CONFIGURATION, warning, "")));
        return findings;
    }

    private static Finding wrong(ConfigException problem) {
        return Finding.failure(CONFIGURATION, String.valueOf(problem.getMessage()), "");
    }

    private List<Check> localIfPossible(Overrides flags) {
        try {
            return local(loader.loadLocal(flags));
        } catch (ConfigException e) {
            return List.of();
        }
    }

    private static List<Check> local(LocalConfig config) {
        return List.of(
                new HomeCheck(config.home()),
                new SessionsCheck(config.home()),
                new BotCheck(config.home()),
                new ClaudeCheckup(config.claude()));
    }
}
