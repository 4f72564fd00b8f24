package io.github.claudebridge.telegram.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code made by chance: ten of 32 letters and digits that cannot be taken for each other, 50 bits in all. Immutable.
 *
 * @param letters in upper case, without the hyphen that people are shown
 */
record PairingCode(String letters) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    /** As it is shown, or as a link to the bot gives it. */
    private static final Pattern FORM =
            Pattern.compile("(?:/start(?:@\\w+)?\\s+)?([%1$s]{5})-?([%1$s]{5})".formatted(ALPHABET));

    static PairingCode random(SecureRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PairingCode(letters.toString());
    }

    /** The code that somebody wrote; empty if it is anything else. */
    static Optional<PairingCode> in(String text) {
        Matcher form = FORM.matcher(upper(text.strip()));
        return form.matches() ? Optional.of(new PairingCode(form.group(1) + form.group(2))) : Optional.empty();
    }

    private static String upper(String text) {
        return text.startsWith("/start")
                ? "/start" + text.substring("/start".length()).toUpperCase(Locale.ROOT)
                : text.toUpperCase(Locale.ROOT);
    }

    String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    /** What is kept instead of the code. */
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether it is the code of this digest; takes the same time wherever they differ. */
    boolean has(String digest) {
        return MessageDigest.isEqual(
                digest().getBytes(StandardCharsets.UTF_8), digest.getBytes(StandardCharsets.UTF_8));
    }
}
