package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.CliVersion;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.json.Json;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which versions of the CLI this library works with. */
final class Versions {

    private static final Logger log = LoggerFactory.getLogger(Versions.class);
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private Versions() {}

    /** Looks at the version in the CLI's answer to its initialization, where it is. */
    static Json check(Json initialization) {
        initialization.string("claude_code_version").flatMap(CliVersion::parse).ifPresent(Versions::check);
        return initialization;
    }

    private static void check(CliVersion version) {
        if (version.compareTo(CliVersion.OLDEST) < 0) {
            throw new ClaudeException(new ClaudeError.VersionTooOld(version.toString(), CliVersion.OLDEST.toString()));
        }
        if (version.compareTo(CliVersion.NEWEST_TESTED) > 0 && WARNED.add(version.toString())) {
            log.warn("Claude Code {} is newer than {}, the newest that was tested", version, CliVersion.NEWEST_TESTED);
        }
    }
}
