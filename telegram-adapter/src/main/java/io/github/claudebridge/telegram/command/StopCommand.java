package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.Stopped;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import java.util.Optional;

/** Stops what the session of the chat does. */
final class StopCommand implements Command {

    private final ChatSessions chats;
    private final Conversations conversations;

    StopCommand(ChatSessions chats, Conversations conversations) {
        this.chats = chats;
        this.conversations = conversations;
    }

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public String arguments() {
        return "[all]";
    }

    @Override
    public String description() {
        return "Stop what Claude does now; all: and drop what waits";
    }

    @Override
    public Reply run(CommandCall call) {
        boolean all = call.argument().equalsIgnoreCase("all");
        Optional<SessionName> session = chats.active(call.chat());
        if (session.isEmpty()) {
            return Reply.say(QueueWords.NOTHING_RUNS);
        }
        Stopped stopped = conversations.of(session.get()).stop(all);
        if (!stopped.running() && stopped.dropped() == 0) {
            return Reply.say(QueueWords.NOTHING_RUNS);
        }
        return Reply.say(all ? QueueWords.stoppingAll(stopped.dropped()) : QueueWords.stopping(stopped.kept()));
    }
}
