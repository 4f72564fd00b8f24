package io.github.claudebridge.app.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file that {@code init} writes: what was asked for, and every other key as a comment. Immutable.
 *
 * @param token the secret itself, if it is to stand in the file
 * @param tokenFile where it is otherwise
 * @param users the people who are served; may be empty
 * @param claude the command with its arguments
 */
public record SampleConfig(
        @Nullable String token, @Nullable Path tokenFile, URI apiRoot, List<Long> users, List<String> claude) {

    public SampleConfig {
        users = List.copyOf(users);
        claude = List.copyOf(claude);
    }

    /** The content of the file, TOML. */
    public String text() {
        Map<String, String> values = values();
        StringBuilder text = new StringBuilder("""
                # The configuration of claude-bridge. claude-bridge doctor looks whether it is right, claude-bridge reload puts what
                # can change at run time into force.
                """);
        String table = "";
        for (ConfigKey key : ConfigTable.KEYS) {
            if (!key.table().equals(table)) {
                table = key.table();
                text.append("\n[").append(table).append("]\n");
            }
            String value = values.getOrDefault(key.name(), "");
            text.append("# ").append(key.meaning()).append('\n');
            text.append(value.isEmpty() ? "#" : "").append(key.key()).append(" = ");
            text.append(value.isEmpty() ? key.example() : value).append('\n');
        }
        return text.toString();
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        if (token != null) {
            values.put("telegram.token", quoted(token));
        }
        if (tokenFile != null) {
            values.put("telegram.token_file", quoted(tokenFile.toString()));
        }
        if (!apiRoot.equals(TelegramSettings.PUBLIC_API)) {
            values.put("telegram.api_root", quoted(apiRoot.toString()));
        }
        values.put("telegram.allowed_users", users.toString());
        values.put(
                "claude.command",
                claude.stream().map(SampleConfig::quoted).collect(Collectors.joining(", ", "[", "]")));
        return values;
    }

    /** TOML's basic strings escape as JSON's do. */
    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
