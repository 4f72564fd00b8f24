package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.config.Config;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What differs between two configurations. Immutable.
 *
 * @param now what can change while the bot runs
 * @param afterRestart what cannot
 */
record ConfigChanges(List<String> now, List<String> afterRestart) {

    /** By the parts of {@link Config}; all others wait for a restart. */
    private static final Map<String, String> AT_RUN_TIME =
            Map.of("allowedUsers", "telegram.allowed_users", "log", "log.level");

    ConfigChanges {
        now = List.copyOf(now);
        afterRestart = List.copyOf(afterRestart);
    }

    static ConfigChanges between(Config old, Config fresh) {
        List<String> now = new ArrayList<>();
        List<String> afterRestart = new ArrayList<>();
        for (RecordComponent part : Config.class.getRecordComponents()) {
            boolean same = Objects.equals(value(part, old), value(part, fresh));
            if (!same && AT_RUN_TIME.containsKey(part.getName())) {
                now.add(AT_RUN_TIME.get(part.getName()));
            } else if (!same && !part.getName().equals("warnings")) {
                afterRestart.add(part.getName());
            }
        }
        return new ConfigChanges(now, afterRestart);
    }

    private static Object value(RecordComponent part, Config config) {
        try {
            return part.getAccessor().invoke(config);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The configuration cannot be compared.", e);
        }
    }
}
