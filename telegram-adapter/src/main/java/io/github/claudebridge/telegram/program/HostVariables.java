package io.github.claudebridge.telegram.program;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables of the host that programs get: what they need to find their way, and nothing that may be a secret. */
final class HostVariables {

    private static final Set<String> NAMES = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            // A user's services are reached through these.
            "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS");

    private HostVariables() {}

    static Map<String, String> allowed(Map<String, String> host) {
        return host.entrySet().stream()
                .filter(variable ->
                        NAMES.contains(variable.getKey()) || variable.getKey().startsWith("LC_"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
