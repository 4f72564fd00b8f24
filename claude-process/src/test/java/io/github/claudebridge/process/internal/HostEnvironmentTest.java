package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HostEnvironmentTest {

    @Test
    void passes_what_the_cli_needs_and_none_of_the_hosts_secrets() {
        Map<String, String> host = Map.of(
                "PATH",
                "/bin",
                "LC_ALL",
                "C",
                "XDG_CONFIG_HOME",
                "/c",
                "HTTPS_PROXY",
                "p",
                "AWS_SECRET_ACCESS_KEY",
                "s",
                "ANTHROPIC_API_KEY",
                "s",
                "CLAUDE_BRIDGE_TELEGRAM_TOKEN",
                "s",
                "GITHUB_TOKEN",
                "s");
        assertThat(HostEnvironment.allow(host, Map.of()))
                .containsOnlyKeys("PATH", "LC_ALL", "XDG_CONFIG_HOME", "HTTPS_PROXY");
    }

    @Test
    void what_the_caller_adds_wins() {
        assertThat(HostEnvironment.allow(Map.of("PATH", "/bin"), Map.of("PATH", "/mine", "ANTHROPIC_API_KEY", "k")))
                .containsOnly(Map.entry("PATH", "/mine"), Map.entry("ANTHROPIC_API_KEY", "k"));
    }
}
