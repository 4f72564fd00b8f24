package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.files.FilesOut;
import io.github.claudebridge.telegram.conversation.words.FileManuals;
import io.github.claudebridge.telegram.conversation.words.Manual;

/** Sends a file of the session; one from elsewhere is asked for first. Thread-safe. */
public final class FileCommand implements Command {

    private final Reach reach;
    private final FilesOut out;

    public FileCommand(Reach reach, FilesOut out) {
        this.reach = reach;
        this.out = out;
    }

    @Override
    public Manual manual() {
        return FileManuals.FILE;
    }

    @Override
    public Reply run(CommandCall call) {
        if (call.argument().isEmpty()) {
            throw Refusal.usage(manual());
        }
        SessionName session = reach.chats().require(call.chat(), call.userId());
        Audience to = new Audience(call.chat(), call.userId());
        return Reply.soon(out.send(session, to, call.key().with("file"), call.argument(), "")
                .thenApply(departure -> departure.sent() ? Reply.NOTHING : Reply.say(departure.words())));
    }
}
