package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.CliVersion;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.json.Json;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which versions of the CLI this library works with. */
final class Versions {

    private static final Logger log = LoggerFactory.getLogger(Versions.class);
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private Versions() {}

    /** Looks at the version in the CLI's answer to its initialization, where newer ones tell it. */
    static Json check(Json initialization) {
        ClaudeError problem =
                problem(initialization.string("claude_code_version").orElse(""));
        if (problem != null) {
            throw new ClaudeException(problem);
        }
        return initialization;
    }

    /** Why this version cannot be used; null where it can, or where the text tells no version. */
    static @Nullable ClaudeError problem(String text) {
        return CliVersion.parse(text).map(Versions::problem).orElse(null);
    }

    private static @Nullable ClaudeError problem(CliVersion version) {
        if (version.compareTo(CliVersion.OLDEST) < 0) {
            return new ClaudeError.VersionTooOld(version.toString(), CliVersion.OLDEST.toString());
        }
        if (version.compareTo(CliVersion.NEWEST_TESTED) > 0 && WARNED.add(version.toString())) {
            log.warn("Claude Code {} is newer than {}, the newest that was tested", version, CliVersion.NEWEST_TESTED);
        }
        return null;
    }
}
