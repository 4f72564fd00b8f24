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
    void nothing_that_gives_access_to_the_keys_or_the_desktop_of_the_host_is_passed_on() {
        assertThat(HostEnvironment.allow(
                        Map.of("SSH_AUTH_SOCK", "/run/agent", "DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus"),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void proxies_come_without_their_passwords_unless_the_caller_adds_them() {
        Map<String, String> host = Map.of(
                "HTTPS_PROXY", "http://me:p/@ss@proxy.example:3128/",
                "http_proxy", "me:secret@proxy.example:3128",
                "ALL_PROXY", "socks5h://proxy.example",
                "NO_PROXY", "localhost,.example");
        assertThat(HostEnvironment.allow(host, Map.of("ALL_PROXY", "http://a:b@c")))
                .containsOnly(
                        Map.entry("HTTPS_PROXY", "http://proxy.example:3128/"),
                        Map.entry("http_proxy", "proxy.example:3128"),
                        Map.entry("ALL_PROXY", "http://a:b@c"),
                        Map.entry("NO_PROXY", "localhost,.example"));
    }

    @Test
    void what_the_caller_adds_wins() {
        assertThat(HostEnvironment.allow(Map.of("PATH", "/bin"), Map.of("PATH", "/mine", "ANTHROPIC_API_KEY", "k")))
                .containsOnly(Map.entry("PATH", "/mine"), Map.entry("ANTHROPIC_API_KEY", "k"));
    }
}
