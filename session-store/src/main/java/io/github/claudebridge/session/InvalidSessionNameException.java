package io.github.claudebridge.session;

/** A text that cannot be the name of a session. */
public final class InvalidSessionNameException extends SessionException {

    private static final int SHOWN = 40;

    private final String given;

    InvalidSessionNameException(String given) {
        super(
                "\"" + printable(given) + "\" cannot be the name of a session.",
                "A name matches " + SessionName.RULE
                        + ": letters A-Z, digits, hyphen and underscore, at most 64 characters.",
                null);
        this.given = given;
    }

    /** The text as it was given; it may contain anything. */
    public String given() {
        return given;
    }

    private static String printable(String text) {
        String head = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return head.replaceAll("[^ -~]", "?");
    }
}
