package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.StatusWords;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;

/** Has Claude summarise the history of the session; what came of it is told like every turn. */
final class CompactCommand implements Command {

    private final Reach reach;

    CompactCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.COMPACT;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return reach.isNew(session)
                ? Reply.say(StatusWords.NOTHING_SAID)
                : Reply.prompt(session, ("/compact " + call.argument()).strip());
    }
}
