package io.github.claudebridge.session.internal;

import org.jspecify.annotations.Nullable;

/** A JSON text, or one field of it, is not what it should be. The content itself is not repeated. */
public final class BadJsonException extends Exception {

    private final String field;
    private final String fault;

    /** Names the field (empty for the text as a whole) and what is wrong with it. */
    public BadJsonException(String field, String fault, @Nullable Throwable cause) {
        super(field.isEmpty() ? fault : field + " " + fault, cause);
        this.field = field;
        this.fault = fault;
    }

    /** The field, with dots for nesting; empty for the text as a whole. */
    public String field() {
        return field;
    }

    /** What is wrong. */
    public String fault() {
        return fault;
    }
}
