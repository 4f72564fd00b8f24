package io.github.claudebridge.telegram.gateway;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button of a question carries: fewer than the 64 bytes that the Bot API allows. Immutable.
 *
 * @param token the question's
 * @param choice the index of the choice
 */
record ButtonData(String token, int choice) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22}):([0-9]{1,3})");

    /** A token that nobody can guess. */
    static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads what came from outside; nothing if no button of ours can have sent it. */
    static Optional<ButtonData> read(String data) {
        Matcher matcher = FORM.matcher(data);
        return matcher.matches()
                ? Optional.of(new ButtonData(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return token + ":" + choice;
    }
}
