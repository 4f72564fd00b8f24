package io.github.claudebridge.session;

import io.github.claudebridge.session.internal.Folders;
import io.github.claudebridge.session.internal.GuardedFiles;
import io.github.claudebridge.session.internal.Home;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the list of sessions. */
final class SessionList {

    private static final Comparator<SessionEntry> NEWEST_FIRST =
            Comparator.comparing(SessionEntry::lastActivityAt).reversed().thenComparing(SessionEntry::name);

    private final Home home;

    SessionList(Home home) {
        this.home = home;
    }

    List<SessionEntry> read() {
        return names().parallelStream()
                .filter(SessionName::isValid)
                .map(SessionName::of)
                .map(this::entry)
                .filter(Objects::nonNull)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private List<String> names() {
        try {
            return Folders.names(home.sessions());
        } catch (IOException e) {
            throw new StorageException(home.sessions(), e);
        }
    }

    private @Nullable SessionEntry entry(SessionName name) {
        try {
            Session session = new Session(home, name);
            return new SessionEntry.Healthy(session, session.metadata());
        } catch (DamagedSessionException e) {
            return new SessionEntry.Damaged(name, changedAt(name), e.reason(), e.lastGoodCopy());
        } catch (SessionNotFoundException e) {
            return null;
        }
    }

    private Instant changedAt(SessionName name) {
        try {
            return GuardedFiles.attributes(home.session(name.value()))
                    .lastModifiedTime()
                    .toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
