package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.conversation.words.Plain;
import java.time.Duration;

/** What the bot says in its own words. */
public final class Words {

    /** Said to whom sends something that is neither a text nor a file. */
    public static final String ONLY_TEXT = "I cannot read this kind of message. Write a text, or send a file.";

    /** Said when the disk does not take new messages. */
    public static final String NOT_STORED = "I cannot write to my disk, so your message waits at Telegram."
            + " Look into my log; as soon as the disk works, I go on by myself.";

    /** On the button below a message that shows an answer while it is being written. */
    public static final String STOP = "Stop";

    /** Said when there are no sessions to list. */
    public static final String NO_SESSIONS =
            "There are no sessions yet. Write something, or make one with /new <name>.";

    /** Said once before what was written while the bot was down is answered. */
    public static final String BACKLOG =
            "I was not running for a while. What was written meanwhile is answered now, oldest first.";

    /** What Claude is told when it shall go on with what was cut off. */
    static final String CONTINUE = "You were interrupted. Please look how far you got and go on from there.";

    private static final int EXCERPT = 80;

    private Words() {}

    /** Asked about a prompt that was cut off while Claude worked on it. */
    static String cutOff(String prompt) {
        return "I was stopped while Claude worked on “" + Plain.text(excerpt(prompt))
                + "”. Part of it may be done. What now?";
    }

    /** Asked about a prompt that did not reach Claude. */
    static String neverSeen(String prompt) {
        return "Claude was ended before it got “" + Plain.text(excerpt(prompt)) + "”. Nothing of it is done. What now?";
    }

    /** Said when the session that the chat talks to is not there any more. */
    public static String sessionGone(String name) {
        return "The session " + name + " is not there any more. Choose another with /session, or make one with /new.";
    }

    /** Said before a session that was suspended goes on. */
    public static String resuming(Duration idle) {
        return "Resuming session (idle " + span(idle) + ")…";
    }

    /** Asked when the file in which Claude keeps a session's history is not there. */
    static String historyGone(String session) {
        return "Claude's own history of the session " + Plain.text(session)
                + " cannot be found, so nothing was started in its place. You can bring it back (Claude keeps it below"
                + " `~/.claude/projects`) and write again, or start afresh without it.";
    }

    /** Said when a process has died again and again. */
    public static String crashedTooOften(String reason) {
        return "Claude has crashed several times in a row and is not started again by itself. " + reason
                + " Write something to try once more.";
    }

    /** A time span in its largest unit. */
    public static String span(Duration time) {
        if (time.toMinutes() < 1) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 1 ? time.toHours() + " h" : time.toDays() + " d";
    }

    /** Said when files could not be sent. */
    public static String notSent(String names, String reason) {
        return "I could not send " + names + ": " + reason;
    }

    /** Claude's answer, never empty. */
    public static String answer(String text, boolean truncated) {
        String answer = text.isBlank() ? "Claude finished without saying anything." : text;
        return truncated ? answer + "\n\n(This answer was cut off. Ask Claude to go on.)" : answer;
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }
}
