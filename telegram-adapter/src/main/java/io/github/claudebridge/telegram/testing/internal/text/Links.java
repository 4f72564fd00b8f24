package io.github.claudebridge.telegram.testing.internal.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses a link may have. */
final class Links {

    private static final Pattern WEB =
            Pattern.compile("(?i)(?:(https?)://)?([\\p{L}\\p{N}_.@:\\-\\[\\]]+)([/?#].*)?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+(:\\d{1,5})?");
    private static final Pattern LOCAL = Pattern.compile("(localhost|\\[[0-9a-fA-F:]+\\])(:\\d{1,5})?");
    private static final Pattern USER = Pattern.compile("(?i)tg:(?://)?user\\?id=(\\d+)");

    private Links() {}

    /** The address as the server keeps it; nothing when it drops the link. */
    static Optional<String> checked(String address) {
        String url = address.strip();
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("tg:") || lower.startsWith("ton:")) {
            return Optional.of(url);
        }
        Matcher web = WEB.matcher(url);
        if (!web.matches()) {
            return Optional.empty();
        }
        String host = web.group(2).replaceFirst("^[^@]*@", "");
        if (!HOST.matcher(host).matches() && !LOCAL.matcher(host).matches()) {
            return Optional.empty();
        }
        String scheme = web.group(1) == null ? "http" : web.group(1).toLowerCase(Locale.ROOT);
        String rest = web.group(3) == null ? "/" : web.group(3).startsWith("/") ? web.group(3) : "/" + web.group(3);
        return Optional.of(scheme + "://" + web.group(2) + rest);
    }

    /** The user that a link mentions, if it is such a link. */
    static Optional<String> mentionedUser(String address) {
        Matcher user = USER.matcher(address);
        return user.matches() ? Optional.of(user.group(1)) : Optional.empty();
    }
}
