package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.telegram.conversation.words.SessionWords;
import java.util.List;

/** Tells where one was in a session: the last prompt and the head of the last answer. Thread-safe. */
final class Glance {

    private static final int ENTRIES = 200;

    private final SessionStore store;

    Glance(SessionStore store) {
        this.store = store;
    }

    /** What is said when somebody comes back to the session. */
    String of(SessionName name) {
        String prompt = "";
        String answer = "";
        for (LogEntry entry : newest(name)) {
            if (entry instanceof LogEntry.Prompt asked) {
                prompt = asked.text();
                answer = "";
            } else if (entry instanceof LogEntry.Answer answered) {
                answer = answered.text();
            }
        }
        return SessionWords.nowTalkingTo(name.value(), prompt, answer);
    }

    private List<LogEntry> newest(SessionName name) {
        try {
            return ConversationLog.of(store, name).newest(ENTRIES).entries();
        } catch (SessionException e) {
            return List.of();
        }
    }
}
