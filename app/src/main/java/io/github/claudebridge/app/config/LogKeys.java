package io.github.claudebridge.app.config;

import io.github.claudebridge.app.log.LogSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Reads how the log looks. */
final class LogKeys {

    private LogKeys() {}

    static LogSettings settings(ConfigFile.@Nullable Log file) throws ConfigException {
        if (file == null) {
            return LogSettings.DEFAULT;
        }
        return new LogSettings(
                one(Level.values(), "log.level", file.level(), LogSettings.DEFAULT.level()),
                one(LogSettings.Format.values(), "log.format", file.format(), LogSettings.DEFAULT.format()));
    }

    private static <E extends Enum<E>> E one(E[] values, String key, @Nullable String word, E otherwise)
            throws ConfigException {
        if (word == null) {
            return otherwise;
        }
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new ConfigException(key + " must be one of "
                        + Arrays.stream(values).map(LogKeys::word).collect(Collectors.joining(", ")) + "; it is "
                        + Objects.requireNonNull(word) + "."));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
