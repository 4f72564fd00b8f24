package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of what is said about a session but not because of a prompt: the name of the session stands in them. */
public final class SessionKeys {

    private static final Pattern FORM = Pattern.compile("([a-z]+)/([A-Za-z0-9_-]{1,64})/.+");

    static final String BACKGROUND = "background";

    private static final Pattern BEGUN = Pattern.compile(BACKGROUND + "/[^/]+/([0-9]{1,15})-.+");

    /** What else is said under keys of this form: notices about waiting prompts, and questions of Claude. */
    private static final Set<String> KINDS = Set.of("session", BACKGROUND, "queue", "ask", "trust", "grant");

    private SessionKeys() {}

    /** A new key. */
    public static DeliveryKey about(SessionName session) {
        return about(session, UUID.randomUUID().toString());
    }

    /**
     * A key that is the same for the same thing.
     *
     * @param what names it within the session: printable ASCII without blanks
     */
    public static DeliveryKey about(SessionName session, String what) {
        return new DeliveryKey("session/" + session.value() + "/" + what);
    }

    /** A new key for what a session does in the background from now on. */
    static DeliveryKey background(SessionName session, Instant now) {
        return new DeliveryKey(BACKGROUND + "/" + session.value() + "/" + now.toEpochMilli() + "-" + UUID.randomUUID());
    }

    /** When what has this key began in the background; empty if the key is another. */
    static Optional<Instant> begun(DeliveryKey background) {
        Matcher form = BEGUN.matcher(background.value());
        return form.matches() ? Optional.of(Instant.ofEpochMilli(Long.parseLong(form.group(1)))) : Optional.empty();
    }

    /** The session that something was about; empty if the key has another form. */
    static Optional<SessionName> session(DeliveryKey key) {
        Matcher form = FORM.matcher(key.value());
        return form.matches() && KINDS.contains(form.group(1))
                ? Optional.of(SessionName.of(form.group(2)))
                : Optional.empty();
    }
}
