package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.StatusWords;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;
import java.time.Duration;
import java.time.Instant;

/** Shows how fast the bot answers. */
final class PingCommand implements Command {

    private final Reach reach;

    PingCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.PING;
    }

    @Override
    public Reply run(CommandCall call) {
        Instant sent = reach.clock().instant();
        return Reply.soon(reach.chat()
                .notice(call.chat(), call.key().with("ping"), StatusWords.PONG)
                .thenApply(told -> Reply.say(StatusWords.roundTrip(
                        Duration.between(sent, reach.clock().instant())))));
    }
}
