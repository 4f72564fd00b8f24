package io.github.claudebridge.session;

/** The caller's monitor asked to stop. Nothing was removed, and nothing half done is left. */
public final class ArchiveCancelledException extends SessionException {

    /** Says that it was stopped. */
    public ArchiveCancelledException() {
        super("Stopped on request.", "Start again whenever you like; nothing was changed.", null);
    }
}
