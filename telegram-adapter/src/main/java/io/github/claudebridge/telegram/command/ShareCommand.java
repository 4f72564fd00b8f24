package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import io.github.claudebridge.telegram.conversation.words.SessionWords;
import java.util.regex.Pattern;

/** Lets somebody else use the session of the chat, or no more. */
final class ShareCommand implements Command {

    private static final Pattern USER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Manual manual;
    private final boolean give;
    private final Reach reach;

    private ShareCommand(Manual manual, boolean give, Reach reach) {
        this.manual = manual;
        this.give = give;
        this.reach = reach;
    }

    static Command share(Reach reach) {
        return new ShareCommand(SessionManuals.SHARE, true, reach);
    }

    static Command unshare(Reach reach) {
        return new ShareCommand(SessionManuals.UNSHARE, false, reach);
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public Reply run(CommandCall call) {
        if (!USER.matcher(call.argument()).matches()) {
            throw Refusal.usage(manual);
        }
        SessionName session = reach.chats().owned(reach.chats().require(call.chat(), call.userId()), call.userId());
        long user = Long.parseLong(call.argument());
        if (give) {
            reach.access().share(session, user);
        } else {
            reach.access().unshare(session, user);
        }
        return Reply.say(SessionWords.shared(session.value(), user, give));
    }
}
