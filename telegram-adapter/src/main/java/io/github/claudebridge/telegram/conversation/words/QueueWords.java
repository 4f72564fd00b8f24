package io.github.claudebridge.telegram.conversation.words;

import java.time.Duration;

/** What is said about messages that wait, and about stopping. */
public final class QueueWords {

    /** The button that puts what waits into the running turn. */
    public static final String NOW = "Send now";

    /** The button that throws away what waits. */
    public static final String DROP = "Drop";

    /** Stands below the notice about waiting messages when they wait no more. */
    public static final String GOES_ON = "Their turn has come.";

    /** Said when the journal does not take a message. */
    public static final String NOT_NOTED =
            "I cannot write to my disk, so your message waits. Make room there and start me again; then I answer it.";

    public static final String NOTHING_RUNS = "Nothing is running.";
    public static final String ALREADY_STARTED =
            "Claude works on that message already, so the change comes too late. Send it as a new message, or /stop"
                    + " first.";
    public static final String REPLACED = "Changed; Claude gets the new text.";

    private QueueWords() {}

    public static String waiting(int count, boolean canBeSentNow) {
        String what = count == 1 ? "Your message waits" : count + " messages wait";
        return what + " until Claude is done with what it does now."
                + (canBeSentNow
                        ? " “Send now” shows " + (count == 1 ? "it" : "them") + " to Claude in the middle of its work."
                        : "");
    }

    public static String dropped(int count) {
        return Plain.count(count, "message was", "messages were") + " dropped.";
    }

    /** Said when somebody stops a turn. */
    public static String stopping(int kept) {
        return kept == 0
                ? "Stopping."
                : "Stopping. " + Plain.count(kept, "message waits and comes", "messages wait and come")
                        + " next; /stop all drops " + (kept == 1 ? "it" : "them") + " too.";
    }

    /** Said when somebody stops a turn and all that waits. */
    public static String stoppingAll(int dropped) {
        return dropped == 0 ? "Stopping." : "Stopping. " + dropped(dropped);
    }

    /** Said when a process has crashed and is started again. */
    public static String restarting(int attempt, Duration pause) {
        return "Claude has crashed. I start it again" + (pause.toSeconds() < 1 ? "" : " in " + pause.toSeconds() + " s")
                + " (try " + attempt + ").";
    }

    /** Said when nothing came from Claude for long. */
    public static String silent(Duration silence) {
        return "Claude has said nothing for " + Plain.clock(silence)
                + ". It may just wait for something slow; /stop ends it.";
    }

    public static String noRoom() {
        return "All places for running sessions are taken. Yours begins as soon as another one is done.";
    }
}
