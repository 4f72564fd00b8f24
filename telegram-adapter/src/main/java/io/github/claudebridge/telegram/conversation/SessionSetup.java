package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.session.SessionName;

/** Sets something on the processes of sessions, such as who decides about tools. Thread-safe. */
@FunctionalInterface
public interface SessionSetup {

    /** Called each time the process of a session is about to be started, on a thread that may wait for files. What it throws fails the start. */
    void prepare(SessionName session, ClaudeProcessBuilder builder);

    /** Called each time a prompt is about to be given to a session, before a process is started for it. Must be quick, and never throws. */
    default void spokenTo(SessionName session) {}

    /** What Claude is told about it, below the words of the session's persona; empty for nothing. */
    default String systemPrompt() {
        return "";
    }
}
