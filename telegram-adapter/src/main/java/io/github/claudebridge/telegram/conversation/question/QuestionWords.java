package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.permission.Question;
import io.github.claudebridge.process.permission.Question.Option;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.telegram.conversation.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the bot says around Claude's questions, and what Claude is told of the answers. */
final class QuestionWords {

    static final String ALLOW = "Allow";
    static final String DENY = "Deny";
    static final String DENY_WITH_REASON = "Deny, with a reason…";
    static final String WRITE_REASON = "Write the reason as your next message, and Claude is told.";
    static final String APPROVE = "Approve";
    static final String APPROVE_AND_ACCEPT_EDITS = "Approve, and accept edits";
    static final String KEEP_PLANNING = "Keep planning…";
    static final String WRITE_FEEDBACK = "Write as your next message what should be different.";
    static final String DONE = "Done";
    static final String SKIP = "Don't answer";

    static final String TRUST = "Trust this folder";
    static final String NOT_NOW = "Not now";
    static final String OTHER_FOLDER = "The folder is not the one that I asked about, so nothing was changed.";
    static final String TRUSTED = "Trusted. Its settings count as soon as Claude is started in it again.";

    static final String GRANT = "Yes, that was me";
    static final String PUT_BACK = "No, put it back";
    static final String EDITED_AGAIN = "The file says something else by now, so nothing was changed.";
    static final String AS_BEFORE = "Everything stays as it was, and metadata.json says so again.";
    static final String MORE_IN_THE_FILE = "_This is only the beginning. All of it is in the file._";
    static final String PLAN = "has a plan. Shall it be carried out?";
    static final String NO_PLAN = "wants to stop planning and begin. It wrote no plan down.";

    /** Told to Claude. */
    static final String DENIED = "The user does not allow this.";

    static final String SKIPPED = "The user does not want to answer this question.";
    static final String NONE_OF_THESE = "None of these";

    /** Below questions that nobody can answer any more. */
    static final String WITHDRAWN = "Claude does not wait for an answer any more.";

    static final String STOPPED = "The bot was stopped, so Claude does not wait for an answer any more.";
    static final String RESTARTED = "The bot was restarted; whoever asked this does not wait for an answer any more.";

    static final String TOO_LATE = "That came too late: Claude does not wait for an answer to this any more.";
    static final String NOBODY_TO_ASK = "There is nobody to ask about this now.";

    private static final int LABEL = 48;

    private QuestionWords() {}

    /** Before everything that a session asks; the question goes on behind it. */
    static String asker(String session, boolean bySubagent) {
        String name = "**" + Markup.plain(session) + "** ";
        return bySubagent ? "A subagent of " + name : name;
    }

    /** Asked about a folder that was not made here. */
    static String trust(String session, String folder) {
        return "**Trust this folder?** The session " + Markup.plain(session) + " works in " + Markup.inline(folder)
                + ", which was not made here. If you trust it, the settings, hooks and instructions that lie in it count: hooks are"
                + " commands that run without asking. Until then Claude works there with your own settings alone.";
    }

    /** Asked about rights that stand in the metadata of a session, but were not granted. */
    static String grant(String session, String wanted) {
        return "**Shall this count?** Somebody has changed metadata.json in the folder of the session "
                + Markup.plain(session) + ". It asks for: " + Markup.plain(wanted)
                + ". Claude can write that file too. Nothing has changed so far.";
    }

    static String wantedMode(String word) {
        return "the mode " + word;
    }

    static String wantedDirectory(String directory) {
        return "work in the directory " + directory;
    }

    static String noSuchMode(String word) {
        return "There is no mode “" + label(Markup.visible(word)) + "”; /mode shows those there are.";
    }

    static String worksIn(String session, String directory) {
        return session + " works in " + directory + " from its next start on.";
    }

    /** A rule, by what it does and for how long. */
    static String rule(String type, String destination, String what) {
        return switch (type) {
            case "setMode" -> "Accept all edits from now on";
            case "addDirectories" -> lasting(destination) + ": work in " + what;
            default -> lasting(destination) + ": " + what;
        };
    }

    private static String lasting(String destination) {
        return switch (destination) {
            case "session" -> "Allow for this session";
            case "userSettings" -> "Always allow, everywhere";
            case "projectSettings" -> "Always allow here, for everybody";
            default -> "Always allow here";
        };
    }

    /** Short enough for a button, and never empty. */
    static String label(String words) {
        String shown = words.isBlank() ? "…" : words.strip();
        return shown.codePointCount(0, shown.length()) <= LABEL
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LABEL - 1)) + "…";
    }

    /** The label of an option that can be switched on and off. */
    static String marked(String label, boolean marked) {
        return (marked ? "☑ " : "☐ ") + label;
    }

    /** What the buttons do whose labels had to be cut. */
    static String rulesInFull(List<String> words) {
        return words.stream().map(rule -> "• " + Markup.inline(rule)).collect(Collectors.joining("\n"));
    }

    /** A question with everything there is to know about its options. */
    static String survey(Question question, int number, int count) {
        String hint = question.multiple()
                ? "_Mark what applies and press Done, or write your own answer._"
                : "_Choose, or write your own answer._";
        return "asks" + (count > 1 ? " (%d of %d)".formatted(number, count) : "") + ":\n\n" + question.text() + "\n\n"
                + question.options().stream().map(QuestionWords::option).collect(Collectors.joining("\n\n")) + "\n\n"
                + hint;
    }

    private static String option(Option option) {
        String description = option.description().isBlank() ? "" : " – " + Markup.plain(option.description());
        String preview = option.preview().isBlank()
                ? ""
                : "\n\n" + Markup.block("", Excerpt.of(option.preview()).shown());
        return "**" + Markup.plain(option.label()) + "**" + description + preview;
    }

    /** Told to Claude. */
    static String deniedBecause(String reason) {
        return "The user does not allow this: " + reason.strip();
    }

    /** Told to Claude. */
    static String planRefused(String feedback) {
        return "The user wants another plan: " + feedback.strip();
    }

    /** Told to Claude. */
    static String nobodyAnswered(Duration after) {
        return "Nobody answered within " + Words.span(after) + ", so this is not allowed. Go on without it if you can.";
    }

    /** Below a question that somebody answered in writing. */
    static String written(String text) {
        return "✎ " + label(Markup.visible(text).replaceAll("\\s+", " "));
    }

    /** Below a question that nobody answered, and by itself. */
    static String expired(Duration after) {
        return "Nobody answered within " + Words.span(after) + ", so I said no.";
    }

    /** Said about a question that nobody has answered yet. */
    static String reminder(String session, Duration waiting) {
        return "Claude still waits for an answer in " + session + ": I asked " + Words.span(waiting)
                + " ago. Press a button at the question above.";
    }

    /** A mode and what it means. */
    static String mode(PermissionMode mode) {
        return switch (mode) {
            case PLAN -> "plan: look and plan, change nothing";
            case ASK -> "ask: ask before every change";
            case ACCEPT_EDITS -> "accept edits: change files without asking, ask about the rest";
            case BYPASS -> "bypass: do everything without asking";
            case AUTO -> "auto: let Claude judge what to ask about";
            case DONT_ASK -> "don't ask: deny what would have to be asked";
        };
    }

    /** The mode that a session has. */
    static String modeOf(String session, PermissionMode mode) {
        return "The mode of " + session + " is " + mode(mode) + ".";
    }

    /** Said when the mode was changed. */
    static String modeChanged(String session, PermissionMode mode) {
        return session + " is set to " + mode(mode) + ".";
    }

    /** Said when the mode was changed, but not that of the running process. */
    static String modeNextTime(String session, PermissionMode mode) {
        return modeChanged(session, mode)
                + " It counts from the next start of Claude on; the one that runs did not take it.";
    }

    /** Said when everything shall be done without asking, but cannot. */
    static String noBypass(Bypass why) {
        return why == Bypass.REFUSED_AS_ROOT
                ? "The bot runs as root, and Claude refuses to work as root without asking. Run the bot as another user; or, if this"
                        + " machine is a sandbox that may break, set IS_SANDBOX = \"1\" in [claude.environment] of config.toml."
                : "The bypass is switched off. Whoever runs the bot can allow it with allow_bypass = true in the section [claude]"
                        + " of config.toml.";
    }

    /** Said of a session that has the bypass, where it does not count any more. */
    static String bypassIsOff(Bypass why) {
        return "It does not count: everything is asked. " + noBypass(why);
    }

    /** Said when a question could not be put to anybody. */
    static String notAsked(String session) {
        return "Claude wanted to ask something in " + session
                + ", but I cannot write to my disk. It was told no. Look into my log.";
    }
}
