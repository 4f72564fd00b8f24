package io.github.claudebridge.process.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The part of the host's environment that the CLI gets: what it needs to run, and nothing that may be a secret of the host. So proxies come
 * without their passwords, and the agent that holds the user's keys does not come at all; a caller who wants them there adds them.
 */
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
            "GIT_SSL_CAINFO");

    /** Between the scheme and the host of an address: a name and a password. */
    private static final Pattern CREDENTIALS = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@");

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
                environment.put(name, isProxy(name) ? withoutCredentials(value) : value);
            }
        });
        environment.putAll(additions);
        return environment;
    }

    private static boolean isProxy(String name) {
        return name.endsWith("_PROXY") || name.endsWith("_proxy");
    }

    private static String withoutCredentials(String address) {
        return CREDENTIALS.matcher(address).replaceFirst(found -> found.group(1) == null ? "" : found.group(1));
    }
}
