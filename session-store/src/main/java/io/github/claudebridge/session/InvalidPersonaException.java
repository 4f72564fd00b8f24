package io.github.claudebridge.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A persona file breaks the rules of its format. */
public final class InvalidPersonaException extends SessionException {

    private final Path file;
    private final String field;
    private final String fault;

    /**
     * Names the fault.
     *
     * @param field the JSON field, with dots for nesting; empty when the file as a whole is wrong
     */
    public InvalidPersonaException(Path file, String field, String fault, @Nullable Throwable cause) {
        super(
                "The persona file " + file + " is wrong: " + (field.isEmpty() ? "" : field + " ") + fault + ".",
                "Correct that file, or replace it by one of the library.",
                cause);
        this.file = file;
        this.field = field;
        this.fault = fault;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The JSON field, with dots for nesting; empty when the file as a whole is wrong. */
    public String field() {
        return field;
    }

    /** What is wrong with the field. */
    public String fault() {
        return fault;
    }
}
