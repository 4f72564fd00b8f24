package io.github.claudebridge.telegram.conversation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is said about what was said and used before. */
public final class UsageWords {

    public static final String NOTHING = "Nothing was used yet.";
    public static final String NEWER = "‹ Newer";
    public static final String OLDER = "Older ›";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private UsageWords() {}

    /** One line of the overview, in Markdown. */
    public static String line(String name, String numbers) {
        return "- **" + Plain.text(name) + "**: " + Plain.text(numbers);
    }

    public static String numbers(double costUsd, long tokens, long turns) {
        return (turns == 0 ? "$0" : Plain.money(costUsd)) + ", " + Plain.amount(tokens) + " tokens, "
                + Plain.count(turns, "turn", "turns");
    }

    public static String whichFormat(String session) {
        return "In which form do you want the log of " + session + "?";
    }

    public static String format(String extension) {
        return switch (extension) {
            case "md" -> "Markdown";
            case "html" -> "Web page";
            default -> "JSON";
        };
    }

    public static String notFound(String words) {
        return "“" + Plain.excerpt(words, 60) + "” was not found.";
    }

    /** Stands above what was found, in Markdown. */
    public static String found(String words) {
        return "Found for “" + Plain.text(Plain.excerpt(words, 60)) + "”, newest first:";
    }

    /** One find, in Markdown. */
    public static String hit(String session, Instant at, String kind, String excerpt) {
        return "**" + Plain.text(session) + "**, " + TIME.format(at.atZone(ZoneId.systemDefault())) + ", " + kind + ": "
                + Plain.text(excerpt);
    }
}
