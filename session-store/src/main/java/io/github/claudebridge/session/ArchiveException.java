package io.github.claudebridge.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An archive could not be made, or cannot be trusted. Nothing was removed, and nothing half done is left. */
public final class ArchiveException extends SessionException {

    /** What is wrong. */
    public enum Problem {
        /** The file is none of our archives. */
        NOT_AN_ARCHIVE("Choose a file from the folder of archives."),
        /** It breaks off, or a bit has changed. */
        BROKEN("Use another copy of this archive; what can be read of it can be taken out with tar."),
        /** The content does not match the checksums inside. */
        CHECKSUM("Use another copy of this archive; what can be read of it can be taken out with tar."),
        /** An entry would lie outside the archive's folder, or is of a kind that is never archived. */
        UNSAFE_ENTRY("Do not use this archive unless you know who made it."),
        /** Two entries have the same path. */
        DUPLICATE_ENTRY("Do not use this archive unless you know who made it."),
        /** It unpacks to more than the limits allow. */
        TOO_LARGE("If you trust it, raise the limits."),
        /** The disk has no room for what is in it. */
        NO_SPACE("Free some space and try again."),
        /** Something was written while it was read. */
        CHANGED("End what still writes there, and try again."),
        /** A file has a name that is not valid UTF-8. */
        UNSUPPORTED_NAME("Rename that file."),
        /** Another file lies where an attachment belongs. */
        OCCUPIED("Move that file away, or restore without the attachment.");

        private final String nextStep;

        Problem(String nextStep) {
            this.nextStep = nextStep;
        }
    }

    private final Path archive;
    private final Problem kind;
    private final String detail;

    /**
     * Names the archive, or the folder that was being archived.
     *
     * @param detail what exactly, as the end of a sentence
     */
    public ArchiveException(Path archive, Problem kind, String detail, @Nullable Throwable cause) {
        super(archive.getFileName() + ": " + printable(detail) + ".", kind.nextStep, cause);
        this.archive = archive;
        this.kind = kind;
        this.detail = detail;
    }

    /** The archive, or the folder that was being archived. */
    public Path archive() {
        return archive;
    }

    /** What is wrong. */
    public Problem kind() {
        return kind;
    }

    /** What exactly; it may contain names out of the archive. */
    public String detail() {
        return detail;
    }

    private static String printable(String text) {
        String head = text.length() <= 300 ? text : text.substring(0, 300) + "...";
        return head.replaceAll("\\p{Cntrl}", "?");
    }
}
