package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.internal.text.TextCleanup;
import io.github.claudebridge.telegram.render.internal.text.Whitespace;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which links Telegram keeps; the target of any other is lost unless it is written out. */
final class LinkTarget {

    private static final int MAX_LENGTH = 2_048;
    private static final Pattern URL = Pattern.compile(
            "([a-z]+)://(?:[^/?#]*@)?([^/?#:]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?([/?#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> TELEGRAM = Set.of("tg", "ton");
    private static final Pattern WEB_HOST =
            Pattern.compile("\\[[0-9A-Fa-f:]+]|[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+");
    private static final Pattern TELEGRAM_HOST = Pattern.compile("[A-Za-z0-9_-]+");

    private LinkTarget() {}

    /** Whether a definition's destination is one, rather than the rest of a line such as {@code [INFO]: started}. */
    static boolean isPlausible(String destination) {
        return destination.chars().anyMatch(c -> "/.:#".indexOf(c) >= 0);
    }

    /** The URL to send for a link's destination, or null when Telegram would not keep the link. */
    static @Nullable String of(String destination) {
        String url = escapeSpaces(TextCleanup.shown(destination).strip());
        if (url.length() > MAX_LENGTH) {
            return null;
        }
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return null;
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(2);
        boolean kept = (WEB.contains(scheme) && WEB_HOST.matcher(host).matches())
                || (TELEGRAM.contains(scheme) && TELEGRAM_HOST.matcher(host).matches());
        return kept ? url : null;
    }

    private static String escapeSpaces(String url) {
        if (url.chars().noneMatch(c -> Whitespace.is((char) c))) {
            return url;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            out.append(Whitespace.is(c) ? "%20" : String.valueOf(c));
        }
        return out.toString();
    }
}
