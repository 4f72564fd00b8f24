package io.github.claudebridge.telegram.conversation;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names something that is to be said, so that it is said once: whatever is said again under the same key, also after a restart,
 * is the same delivery. Immutable.
 *
 * @param value 1 to 200 printable ASCII characters without blanks
 */
public record DeliveryKey(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    public DeliveryKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a delivery key: " + value);
        }
    }

    /** A key for what nobody will say again. */
    public static DeliveryKey random() {
        return new DeliveryKey("once/" + UUID.randomUUID());
    }

    /** A key for a question about what this key names, whose answers belong to whoever has this name. */
    public DeliveryKey in(String name) {
        return new DeliveryKey(name + "/" + value);
    }

    /** A key for something that belongs to what this key names, such as the failure instead of the answer. */
    public DeliveryKey with(String part) {
        return new DeliveryKey(value + "/" + part);
    }
}
