package io.github.claudebridge.telegram.conversation.words;

/** What people are told about the commands that steer the conversation with Claude. */
public final class TalkManuals {

    public static final Manual STOP = Manual.of("stop", "[all]", "Stop what Claude does now; all: and drop what waits")
            .saying("What Claude has written by then is kept. Messages that wait come next, unless you say all.")
            .with("/stop all", "stops, and forgets the messages that wait");

    public static final Manual VERBOSE = Manual.of("verbose", "", "Show everything that Claude does; again: go back")
            .saying("It counts for the session, from the next turn on.");

    public static final Manual SMART = Manual.of("smart", "", "Show little, long answers as files; again: go back")
            .saying("It counts for the session, from the next turn on.");

    public static final Manual DEFAULT = Manual.of("default", "", "Show progress, then the answer")
            .saying("It counts for the session, from the next turn on.");

    public static final Manual MODEL = Manual.of("model", "[name]", "Show or choose the model of the session")
            .saying("Without a name it offers the models as buttons. A running session changes with its next request."
                    + " The name default goes back to the model of the persona.")
            .with("/model opus", "the session uses opus from now on");

    public static final Manual MODE = Manual.of(
                    "mode", "[plan|ask|accept-edits|bypass]", "Show or change what Claude may do without asking")
            .with("/mode plan", "Claude looks and plans, and changes nothing");

    public static final Manual TIMEOUT = Manual.of("timeout", "[minutes]", "Show or set how long a session stays awake")
            .saying(
                    "A session that nobody has written to for so long is suspended, silently; the next message wakes it up with"
                            + " its history. From 1 to 120 minutes.")
            .with("/timeout 30", "half an hour");

    public static final Manual STATUS = Manual.of("status", "", "Show how the session and the bot are");

    public static final Manual CONTEXT = Manual.of("context", "", "Show how full Claude's context is")
            .saying("When it is full, Claude summarises the history by itself; /compact does so at once.");

    public static final Manual COMPACT = Manual.of("compact", "[what to keep]", "Summarise the history to make room")
            .with("/compact keep the decisions about the data model", "Claude takes care of these in its summary");

    public static final Manual CLEAR = Manual.of("clear", "", "Let Claude forget what was said in the session")
            .saying("The files and the log of the session stay; Claude starts afresh.")
            .being(Manual.Trait.ASKS_FIRST);

    public static final Manual PING = Manual.of("ping", "", "Show how fast the bot answers");

    private TalkManuals() {}
}
