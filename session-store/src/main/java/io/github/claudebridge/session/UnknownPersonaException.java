package io.github.claudebridge.session;

import java.util.List;

/** The library has no persona of this name. */
public final class UnknownPersonaException extends SessionException {

    private final String persona;
    private final List<String> available;

    /**
     * Names the persona.
     *
     * @param available the names in the library
     */
    public UnknownPersonaException(String persona, List<String> available) {
        super(
                "There is no persona \"" + printable(persona) + "\".",
                available.isEmpty()
                        ? "Put a persona file into the folder \"personas\"."
                        : "Choose one of: " + String.join(", ", available) + ".",
                null);
        this.persona = persona;
        this.available = List.copyOf(available);
    }

    /** The name that was asked for. */
    public String persona() {
        return persona;
    }

    /** The names that exist, sorted. */
    public List<String> available() {
        return available;
    }

    private static String printable(String text) {
        return (text.length() <= 64 ? text : text.substring(0, 64) + "...").replaceAll("[^ -~]", "?");
    }
}
