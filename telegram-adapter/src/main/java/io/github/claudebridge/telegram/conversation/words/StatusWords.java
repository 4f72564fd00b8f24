package io.github.claudebridge.telegram.conversation.words;

import java.time.Duration;
import java.util.List;

/** What is said about how sessions and the bot are. */
public final class StatusWords {

    /** On the button that drops the history. */
    public static final String CLEAR = "Forget it";

    public static final String KEEP = "Keep it";
    public static final String CLEAR_KEPT = "Nothing was forgotten.";
    public static final String NOTHING_SAID = "Nothing was said in this session yet.";
    public static final String PONG = "Pong.";

    private static final int BAR = 20;

    private StatusWords() {}

    public static String askClear(String session) {
        return "Shall Claude forget what was said in " + session + "? The files stay, and so does the log.";
    }

    public static String timeout(String session, Duration timeout) {
        return session + " is suspended after " + minutes(timeout)
                + " without a message. Choose here, or with /timeout <minutes>.";
    }

    public static String timeoutChosen(String session, Duration timeout) {
        return session + " stays awake for " + minutes(timeout) + " after the last message.";
    }

    public static String badTimeout(String given) {
        return "“" + Plain.excerpt(given, 40)
                + "” is not a number of minutes from 1 to 120. For half an hour: /timeout 30";
    }

    public static String minutes(Duration time) {
        return time.toSecondsPart() == 0
                ? Plain.count(time.toMinutes(), "minute", "minutes")
                : Plain.count(time.toSeconds(), "second", "seconds");
    }

    public static String persona(String session, String persona) {
        return session + " has the persona " + persona + ". Choose another here, or with /persona <name>.";
    }

    public static String personaChosen(String session, String persona) {
        return session + " has the persona " + persona + " from the next message on.";
    }

    public static String personaLine(String name, String description) {
        return name + (description.isBlank() ? "" : " – " + description);
    }

    public static String roundTrip(Duration time) {
        return "Telegram took " + time.toMillis() + " ms to take that message.";
    }

    /** A bar that is as full as the context, with its parts below. */
    public static String context(double percentage, long used, long most, String model, List<String> parts) {
        int filled = (int) Math.round(Math.max(0, Math.min(100, percentage)) * BAR / 100);
        String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
        return "%s %.0f %%%n%s of %s tokens%s%s"
                .formatted(
                        bar,
                        percentage,
                        Plain.amount(used),
                        Plain.amount(most),
                        model.isBlank() ? "" : ", " + model,
                        parts.isEmpty() ? "" : "\n\n" + String.join("\n", parts));
    }

    public static String contextPart(String name, long tokens) {
        return Plain.amount(tokens) + "  " + name;
    }

    /** One line of the overview. */
    public static String line(String name, String value) {
        return name + ": " + value;
    }

    public static String state(String status, int waiting, boolean background) {
        return status
                + (waiting == 0 ? "" : ", " + Plain.count(waiting, "message waits", "messages wait"))
                + (background ? ", a task runs in the background" : "");
    }

    public static String bot(String version, Duration up) {
        return (version.isBlank() ? "" : version + ", ") + "up for " + Plain.clock(up);
    }
}
