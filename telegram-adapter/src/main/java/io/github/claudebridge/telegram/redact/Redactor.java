package io.github.claudebridge.telegram.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks secrets in text: values that are known, also with characters written as in URLs, and whatever has the form of a well-known
 * kind of token. Each character becomes a dot, so that the text keeps its length. Immutable.
 */
public final class Redactor {

    /** Shorter values would be found in ordinary words. */
    private static final int SHORTEST_KNOWN = 8;

    /** The token of a Telegram bot, also right behind a word, as in the address of a call. */
    private static final String BOT_TOKEN = "[0-9]{6,20}(?::|%3[Aa])[A-Za-z0-9_-]{30,}";

    /** Forms of other tokens, each without blanks and within one line. */
    private static final List<String> FORMS = List.of(
            "sk-[A-Za-z0-9_-]{20,}", // Anthropic and others
            "(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{20,}",
            "glpat-[A-Za-z0-9_-]{16,}",
            "xox[abeoprs]-[A-Za-z0-9-]{10,}", // Slack
            "(?:AKIA|ASIA)[0-9A-Z]{16}", // AWS
            "AIza[0-9A-Za-z_-]{30,}", // Google
            "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"); // JSON Web Tokens

    private final Pattern secrets;

    private Redactor(Pattern secrets) {
        this.secrets = secrets;
    }

    /**
     * Masks these values beside the well-known forms.
     *
     * @param known secrets; what is shorter than 8 characters is left out
     */
    public static Redactor of(Collection<String> known) {
        List<String> alternatives = new ArrayList<>();
        known.stream()
                .filter(value -> value.length() >= SHORTEST_KNOWN)
                .map(Redactor::alsoEncoded)
                .forEach(alternatives::add);
        alternatives.add(BOT_TOKEN);
        alternatives.add("(?<![A-Za-z0-9])(?:" + String.join("|", FORMS) + ")");
        return new Redactor(Pattern.compile(String.join("|", alternatives)));
    }

    /** Each character as it is or, if it is ASCII, as its percent code. */
    private static String alsoEncoded(String value) {
        return value.codePoints()
                .mapToObj(point -> {
                    String literal = Pattern.quote(Character.toString(point));
                    return point < 0x80
                            ? "(?:" + literal + "|(?i:%" + String.format(Locale.ROOT, "%02x", point) + "))"
                            : literal;
                })
                .collect(Collectors.joining());
    }

    /** The text with every secret masked; the same length. */
    public String clean(String text) {
        Matcher matcher = secrets.matcher(text);
        return matcher.replaceAll(found -> "•".repeat(found.end() - found.start()));
    }
}
