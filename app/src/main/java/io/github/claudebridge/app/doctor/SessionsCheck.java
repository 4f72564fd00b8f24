package io.github.claudebridge.app.doctor;

import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether every session can be read. */
final class SessionsCheck implements Check {

    private static final String SUBJECT = "Sessions";

    private final Path home;

    SessionsCheck(Path home) {
        this.home = home;
    }

    @Override
    public List<Finding> look() {
        if (!Files.isDirectory(home.resolve("sessions"))) {
            return List.of(Finding.ok(SUBJECT, "none yet"));
        }
        try {
            return judge(SessionStore.open(home).list());
        } catch (SessionException e) {
            return List.of(Finding.failure(SUBJECT, e.problem(), e.nextStep()));
        }
    }

    private static List<Finding> judge(List<SessionEntry> sessions) {
        List<Finding> findings = new ArrayList<>();
        for (SessionEntry session : sessions) {
            if (session instanceof SessionEntry.Damaged damaged) {
                findings.add(Finding.warning(
                        SUBJECT,
                        damaged.name().value() + " is damaged: " + damaged.reason(),
                        "Look at it with: claude-bridge sessions show "
                                + damaged.name().value()));
            }
        }
        findings.add(Finding.ok(SUBJECT, sessions.size() - findings.size() + " can be read"));
        return findings;
    }
}
