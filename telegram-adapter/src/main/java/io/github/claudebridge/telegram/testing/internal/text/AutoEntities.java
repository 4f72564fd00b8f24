package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entities that the server finds by itself, outside code and links. */
final class AutoEntities {

    private static final String DOMAIN_ENDINGS =
            "com|org|net|io|dev|app|info|me|co|ai|edu|gov|de|uk|fr|ru|eu|ch|at|nl|it|es|pl|jp|cn|us|tv|xyz"
                    + "|cc|gg|md|mov|ps|py|rs|sh|so|to|zip";

    /** In order of precedence: what an earlier one takes, a later one does not see. */
    private static final List<Finder> FINDERS = List.of(
            new Finder("email", "(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)*\\.[a-zA-Z]{2,}\\b"),
            new Finder("url", "(?i)\\b(?:https?|tg|ton)://[^\\s<>\"]*[^\\s<>\".,;:!?'()\\[\\]{}]"),
            new Finder(
                    "url",
                    "(?i)(?<![\\w.@/-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:" + DOMAIN_ENDINGS
                            + ")\\b(?:/[^\\s<>\"]*[^\\s<>\".,;:!?'()\\[\\]{}])?"),
            new Finder("bot_command", "(?<![\\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\\w/<>])"),
            new Finder("mention", "(?<!\\w)@[a-zA-Z0-9_]{4,32}(?!\\w)"),
            new Finder("hashtag", "(?U)(?<![\\w#])#(?=\\w*[\\p{L}_])\\w{1,256}(?!\\w)"));

    private AutoEntities() {}

    static List<TextEntity> addTo(String text, List<TextEntity> given) {
        List<TextEntity> found = new ArrayList<>();
        for (Finder finder : FINDERS) {
            Matcher matcher = finder.pattern().matcher(text);
            while (matcher.find()) {
                TextEntity entity = TextEntity.of(finder.type(), matcher.start(), matcher.end() - matcher.start());
                if (isFree(entity, given, found)) {
                    found.add(entity);
                }
            }
        }
        List<TextEntity> all = new ArrayList<>(given);
        all.addAll(found);
        all.sort(EntityRepair.ORDER);
        return all;
    }

    private static boolean isFree(TextEntity entity, List<TextEntity> given, List<TextEntity> found) {
        return found.stream().noneMatch(other -> overlap(entity, other))
                && given.stream().noneMatch(other -> EntityKind.isOpaque(other.type()) && overlap(entity, other));
    }

    private static boolean overlap(TextEntity a, TextEntity b) {
        return a.offset() < b.end() && b.offset() < a.end();
    }

    private record Finder(String type, Pattern pattern) {

        Finder(String type, String regex) {
            this(type, Pattern.compile(regex));
        }
    }
}
