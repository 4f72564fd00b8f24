package io.github.claudebridge.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.gateway.BotToken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretValuesTest {

    private static final String TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";

    @Test
    void what_claude_is_given_under_the_name_of_a_secret_is_one() {
        Map<String, String> environment = Map.of(
                "ANTHROPIC_API_KEY", "value-one",
                "DATABASE_PASSWORD", " value-two ",
                "MY_SECRET_THING", "value-three",
                "github_token", "value-four",
                "ANTHROPIC_MODEL", "opus",
                "SSL_KEY_FILE", "/etc/ssl/key.pem",
                "EMPTY_TOKEN", " ");
        assertThat(secrets(environment, Map.of()))
                .containsExactlyInAnyOrder(TOKEN, "value-one", "value-two", "value-three", "value-four");
    }

    @Test
    void so_is_what_the_host_has_under_such_a_name() {
        Map<String, String> host = Map.of("CLAUDE_CODE_OAUTH_TOKEN", "value-five", "KEYBOARD", "de", "PATH", "/bin");
        assertThat(secrets(Map.of(), host)).containsExactlyInAnyOrder(TOKEN, "value-five");
    }

    private static Set<String> secrets(Map<String, String> forClaude, Map<String, String> host) {
        return SecretValues.of(BotToken.of(TOKEN), new ClaudeCommand(List.of("claude"), forClaude), host);
    }
}
