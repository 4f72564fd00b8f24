package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the sessions, newest activity first. */
final class SessionsCommand implements Command {

    private final Reach reach;

    SessionsCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return SessionManuals.SESSIONS;
    }

    @Override
    public Reply run(CommandCall call) {
        List<SessionEntry> sessions = reach.chats().visible(call.userId());
        if (sessions.isEmpty()) {
            return Reply.say(Words.NO_SESSIONS);
        }
        String current = reach.chats()
                .active(call.chat(), call.userId())
                .map(SessionName::value)
                .orElse("");
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
        Duration age = Duration.between(instant, reach.clock().instant());
        return age.toMinutes() < 1 ? "just now" : Words.span(age) + " ago";
    }
}
