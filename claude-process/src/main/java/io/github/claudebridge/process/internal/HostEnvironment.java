package io.github.claudebridge.process.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The part of the host's environment that the CLI gets: what it needs to run, and nothing that may be a secret of the host. */
public final class HostEnvironment {

    private static final Set<String> NAMES = Set.of(
            "PATH",
            "HOME",
            "LANG",
            "LANGUAGE",
            "TERM",
            "COLORTERM",
            "SHELL",
            "USER",
            "LOGNAME",
            "TZ",
            "TMPDIR",
            "CLAUDE_CONFIG_DIR",
            "CLAUDE_CODE_TMPDIR",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "ALL_PROXY",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "all_proxy",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "NODE_EXTRA_CA_CERTS",
            "REQUESTS_CA_BUNDLE",
            "CURL_CA_BUNDLE",
            "GIT_SSL_CAINFO",
            "SSH_AUTH_SOCK",
            "DBUS_SESSION_BUS_ADDRESS");

    private HostEnvironment() {}

    /**
     * The environment of the CLI.
     *
     * @param host the host's environment
     * @param additions what the caller adds; wins over the host's
     */
    public static Map<String, String> allow(Map<String, String> host, Map<String, String> additions) {
        Map<String, String> environment = new HashMap<>();
        host.forEach((name, value) -> {
            if (NAMES.contains(name) || name.startsWith("LC_") || name.startsWith("XDG_")) {
                environment.put(name, value);
            }
        });
        environment.putAll(additions);
        return environment;
    }
}
