package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;

/** Stops what the session of the chat does, and the programs that run for the chat. */
final class StopCommand implements Command {

    private final Reach reach;

    StopCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.STOP;
    }

    @Override
    public Reply run(CommandCall call) {
        boolean all = call.argument().equalsIgnoreCase("all");
        boolean programs = reach.programs().stop(call.chat(), reach.work());
        return Reply.say(reach.chats()
                .active(call.chat(), call.userId())
                .map(session -> reach.conversations().of(session).stop(all))
                .filter(stopped -> stopped.running() || stopped.dropped() > 0)
                .map(stopped -> all ? QueueWords.stoppingAll(stopped.dropped()) : QueueWords.stopping(stopped.kept()))
                .orElse(programs ? QueueWords.stopping(0) : QueueWords.NOTHING_RUNS));
    }
}
