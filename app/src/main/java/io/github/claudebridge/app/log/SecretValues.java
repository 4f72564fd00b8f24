package io.github.claudebridge.app.log;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.gateway.BotToken;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the values that must be seen nowhere: the bot's token, and what an environment holds under the name of a secret. */
public final class SecretValues {

    /** What is configured for Claude alone is taken for a secret rather than not. */
    private static final Pattern FOR_CLAUDE = Pattern.compile("(?i).*(?:TOKEN|KEY|SECRET|PASSWORD|CREDENTIAL).*");

    private static final Pattern OF_HOST = Pattern.compile("(?i).*(?:TOKEN|KEY|SECRET|PASSWORD)");

    /** Such a variable says where the secret is. */
    private static final Pattern PLACE = Pattern.compile("(?i).*_(?:FILE|PATH|DIR|HELPER)");

    private SecretValues() {}

    /**
     * The values.
     *
     * @param host the variables of this process, some of which Claude sees
     */
    public static Set<String> of(BotToken token, ClaudeCommand claude, Map<String, String> host) {
        Set<String> values = of(claude, host);
        values.add(token.value());
        return values;
    }

    /** The values where there is no bot. */
    public static Set<String> of(ClaudeCommand claude, Map<String, String> host) {
        Set<String> values = new TreeSet<>();
        add(values, claude.environment(), FOR_CLAUDE);
        add(values, host, OF_HOST);
        return values;
    }

    private static void add(Set<String> values, Map<String, String> variables, Pattern names) {
        variables.forEach((name, value) -> {
            if (names.matcher(name).matches() && !PLACE.matcher(name).matches() && !value.isBlank()) {
                values.add(value.strip());
            }
        });
    }
}
