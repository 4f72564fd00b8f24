package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the sessions, newest activity first. */
final class SessionsCommand implements Command {

    private final SessionStore store;
    private final ChatSessions chats;
    private final Clock clock;

    SessionsCommand(SessionStore store, ChatSessions chats, Clock clock) {
        this.store = store;
        this.chats = chats;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String description() {
        return "List the sessions";
    }

    @Override
    public Reply run(CommandCall call) {
        List<SessionEntry> sessions = store.list();
        if (sessions.isEmpty()) {
            return Reply.say(Words.NO_SESSIONS);
        }
        String current = chats.active(call.chat()).map(SessionName::value).orElse("");
        return Reply.say(sessions.stream()
                .map(session -> (session.name().value().equals(current) ? "▸ " : "• ") + line(session))
                .collect(Collectors.joining(
                        "\n", "", "\n\n▸ is the one this chat talks to; switch with /session <name>.")));
    }

    private String line(SessionEntry entry) {
        if (entry instanceof SessionEntry.Healthy healthy) {
            Metadata metadata = healthy.metadata();
            return "%s – %s, persona %s, %s"
                    .formatted(
                            entry.name().value(),
                            metadata.status().word(),
                            metadata.persona(),
                            age(metadata.lastActivityAt()));
        }
        return entry.name().value() + " – damaged: " + ((SessionEntry.Damaged) entry).reason();
    }

    private String age(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        return age.toMinutes() < 1 ? "just now" : Words.span(age) + " ago";
    }
}
