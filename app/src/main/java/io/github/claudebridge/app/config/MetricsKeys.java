package io.github.claudebridge.app.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where health and metrics are served. */
final class MetricsKeys {

    private static final Pattern ADDRESS = Pattern.compile("(127\\.0\\.0\\.1|\\[::1]|localhost):(\\d{1,5})");

    private static final int HIGHEST_PORT = 65_535;

    private MetricsKeys() {}

    static Optional<InetSocketAddress> address(ConfigFile.@Nullable Metrics file) throws ConfigException {
        String listen = file == null ? null : file.listen();
        if (listen == null) {
            return Optional.empty();
        }
        Matcher parts = ADDRESS.matcher(listen);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > HIGHEST_PORT) {
            throw new ConfigException(
                    "metrics.listen must be an address of this host alone, as \"127.0.0.1:9464\"; it is " + listen
                            + ".");
        }
        try {
            return Optional.of(
                    new InetSocketAddress(InetAddress.getByName(parts.group(1)), Integer.parseInt(parts.group(2))));
        } catch (UnknownHostException e) {
            throw new ConfigException("metrics.listen: " + listen + " is unknown on this host.");
        }
    }
}
