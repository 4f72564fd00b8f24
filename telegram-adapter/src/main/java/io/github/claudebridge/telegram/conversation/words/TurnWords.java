package io.github.claudebridge.telegram.conversation.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What is said about a turn: while it goes on, and at its end. */
public final class TurnWords {

    /** Shown until Claude does something. */
    public static final String STARTING = "Starting…";

    public static final String THINKING = "Thinking";
    public static final String WAITING = "Waiting for your decision";
    public static final String COMPACTING = "Summarising the history to make room";

    /** Said when a turn was stopped before anything of the answer was there. */
    public static final String STOPPED = "Stopped.";

    /** Said below what was there of an answer when it was stopped. */
    public static final String STOPPED_HERE = "_Stopped here._";

    /** Said when the history was dropped on the user's request. */
    public static final String CLEARED = "Done: Claude starts afresh, without what was said so far.";

    /** Said below an answer that broke off. */
    public static final String TRUNCATED = "_This answer was cut off. Write “go on” to get the rest._";

    /** Said when the chat could not keep up with what Claude did. */
    public static final String SKIPPED =
            "So much happened at once that not all of it could be shown here. The answer itself is complete.";

    /** Said instead of an empty answer. */
    public static final String EMPTY = "Claude finished without saying anything.";

    /** Said when Claude refuses because it is not logged in. */
    public static final String NOT_LOGGED_IN =
            "Claude Code is not logged in on this machine. Run “claude” there in a terminal and log in with /login,"
                    + " or set ANTHROPIC_API_KEY for the bot; then write again.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private TurnWords() {}

    /** Shown while a failed request is waited for. */
    public static String retrying(int attempt, int most, Duration delay) {
        return "Claude's server does not answer, try " + attempt + " of " + most + " in "
                + Math.max(1, delay.toSeconds()) + " s";
    }

    /** What goes on, and for how long the turn has been going on. */
    public static String since(String doing, Duration turn) {
        return doing + " · " + Plain.clock(turn);
    }

    /** What goes on, and the point of the to-do list that it belongs to. */
    public static String onList(String doing, int done, int all, String item) {
        return doing + " · " + done + "/" + all + " " + Plain.excerpt(item, 40);
    }

    /** One line about the whole turn. */
    public static String summary(int tools, Duration time, OptionalDouble costUsd) {
        StringBuilder line = new StringBuilder();
        if (tools > 0) {
            line.append(Plain.count(tools, "tool", "tools")).append(" · ");
        }
        line.append(Plain.clock(time));
        if (costUsd.orElse(0) > 0) {
            line.append(" · ").append(Plain.money(costUsd.getAsDouble()));
        }
        return line.toString();
    }

    /** The last line of a turn that was shown as it went on. */
    public static String closing(String summary) {
        return "✓ Done · " + summary;
    }

    /** Stands below a list that is cut. */
    public static String moreSteps(int more) {
        return "… and " + more + " more";
    }

    /** What goes on beside the conversation. */
    public static String background(List<String> tasks) {
        return "Still running in the background: " + String.join(", ", tasks);
    }

    /** Said when background work died with the process that did it. */
    public static String backgroundGone(String tasks) {
        return "This was still running in the background, and was ended with Claude: " + tasks
                + ". Ask Claude to look how far it got.";
    }

    /** Stands above what Claude says because a background task has ended. */
    public static String unasked(@Nullable String task) {
        return task == null ? "A background task has ended:" : "A background task has ended: " + task;
    }

    public static String compacted(long before, long after) {
        return "The history was summarised: %,d tokens became %,d.".formatted(before, after);
    }

    public static String fallback(String wanted, String instead) {
        return wanted + " is not available now; " + instead + " answers instead.";
    }

    /** A warning of the CLI. */
    public static String remark(String text) {
        return "Claude Code says: " + Plain.excerpt(text, 500);
    }

    /** Said when a tool was denied without asking anybody. */
    public static String denied(String tool, String reason) {
        return "Claude was not allowed to use " + tool + ", by a rule: " + Plain.excerpt(reason, 300)
                + " /mode and Claude's settings say what is allowed.";
    }

    /** Shown in the full stream when a task begins beside the conversation. */
    public static String taskStarted(String task) {
        return "Started in the background: " + task;
    }

    /** Shown in the full stream when such a task is over. */
    public static String taskFinished(String task, String status) {
        return "In the background, " + status + ": " + task;
    }

    /** Said when a limit of the subscription is near. */
    public static String limitNear(String type, OptionalDouble used, @Nullable Instant resets) {
        String share = used.isPresent() ? "%.0f %% of ".formatted(used.getAsDouble() * 100) : "Most of ";
        return share + "your Claude limit (" + type.replace('_', ' ') + ") is used." + until(resets);
    }

    /** Said when a limit of the subscription is reached. */
    public static String limitReached(String type, @Nullable Instant resets) {
        return "Your Claude limit (" + type.replace('_', ' ') + ") is reached." + until(resets);
    }

    private static String until(@Nullable Instant resets) {
        return resets == null ? "" : " It starts afresh on " + TIME.format(resets.atZone(ZoneId.systemDefault())) + ".";
    }

    /** Said when a turn ended with an error that Claude reported. */
    public static String failed(String reason) {
        return "Claude could not finish: " + reason;
    }

    public static String modelUnknown(String reason) {
        return "Claude could not finish: " + reason + " Choose another model with /model.";
    }

    public static String tooLong() {
        return "This is too long for the model. Summarise the history with /compact, or start afresh with /clear, and"
                + " write again.";
    }

    public static String maxTurns() {
        return "Claude stopped because it has used all the rounds that its persona allows. Write “go on” to let it go"
                + " on.";
    }

    public static String budgetExhausted() {
        return "Claude stopped because the budget of this session is used up.";
    }

    /** What another session says stands below its name. */
    public static String from(String session) {
        return "▸ " + session;
    }
}
