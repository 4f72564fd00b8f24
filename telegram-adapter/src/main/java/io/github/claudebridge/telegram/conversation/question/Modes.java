package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Shows and changes what Claude may do in a session without asking. Thread-safe. */
public final class Modes {

    private final GrantedModes granted;
    private final Bypass bypass;
    private final Sessions sessions;

    public Modes(SessionStore store, AuditLog audit, QuestionSettings settings, Sessions sessions) {
        this.granted = new GrantedModes(store, audit);
        this.bypass = settings.bypass();
        this.sessions = sessions;
    }

    /** The modes that can be chosen here, from least to most. */
    public List<PermissionMode> choosable() {
        return bypass == Bypass.NOT_CONFIGURED
                ? List.of(PermissionMode.PLAN, PermissionMode.ASK, PermissionMode.ACCEPT_EDITS)
                : List.of(PermissionMode.PLAN, PermissionMode.ASK, PermissionMode.ACCEPT_EDITS, PermissionMode.BYPASS);
    }

    /** What people call a mode; empty if there is none of this name. */
    public static Optional<PermissionMode> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-")) {
            case "plan" -> Optional.of(PermissionMode.PLAN);
            case "ask", "default" -> Optional.of(PermissionMode.ASK);
            case "accept", "edits", "accept-edits", "acceptedits" -> Optional.of(PermissionMode.ACCEPT_EDITS);
            case "bypass" -> Optional.of(PermissionMode.BYPASS);
            default -> Optional.empty();
        };
    }

    /**
     * The mode of a session, in a sentence.
     *
     * @throws io.github.claudebridge.session.SessionException if it cannot be read
     */
    public String describe(SessionName session) {
        PermissionMode mode = granted.of(session);
        return QuestionWords.modeOf(session.value(), mode)
                + (mode == PermissionMode.BYPASS && bypass != Bypass.POSSIBLE
                        ? " " + QuestionWords.bypassIsOff(bypass)
                        : "");
    }

    /**
     * Changes the mode of a session, also of its process if it has one. A process that does not follow is ended if it does nothing, or
     * if less is allowed than before.
     *
     * @param userId who wants it
     * @return completes with what to say about it, plain text
     * @throws io.github.claudebridge.session.SessionException if it cannot be stored
     */
    public CompletableFuture<String> change(SessionName session, PermissionMode mode, long userId) {
        if (mode == PermissionMode.BYPASS && bypass != Bypass.POSSIBLE) {
            return CompletableFuture.completedFuture(QuestionWords.noBypass(bypass));
        }
        boolean narrower = mode.compareTo(granted.of(session)) < 0;
        granted.grant(session, mode, userId);
        Optional<ClaudeProcess> process = sessions.live(session);
        String changed = QuestionWords.modeChanged(session.value(), mode);
        if (process.isEmpty()) {
            // One that is just being started may have been given the mode before.
            return narrower
                    ? sessions.suspend(session).thenApply(gone -> changed)
                    : CompletableFuture.completedFuture(changed);
        }
        return process.get()
                .setPermissionMode(WireMode.of(mode))
                .thenApply(done -> changed)
                .exceptionallyCompose(failure -> narrower || process.get().status() == Status.IDLE
                        ? sessions.suspend(session).thenApply(gone -> changed)
                        : CompletableFuture.completedFuture(QuestionWords.modeNextTime(session.value(), mode)));
    }
}
