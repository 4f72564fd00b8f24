package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.SessionManuals;
import java.util.List;

/** Gives a session another name. */
final class RenameCommand implements Command {

    private final Reach reach;

    RenameCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return SessionManuals.RENAME;
    }

    @Override
    public Reply run(CommandCall call) {
        List<String> words = call.words(2, manual());
        if (words.isEmpty()) {
            throw Refusal.usage(manual());
        }
        SessionName to = SessionName.of(words.get(words.size() - 1));
        SessionName from = SessionName.of(reach.decisions().once(call.key().value(), () -> named(words, call)));
        if (reach.store().find(from).isEmpty() && reach.store().find(to).isPresent()) {
            reach.keeper().finishRename(from, to);
            return Reply.say(ArchiveWords.renamed(from.value(), to.value()));
        }
        SessionName owned = reach.chats().owned(from, call.userId());
        return reach.working(() -> {
            reach.keeper().rename(owned, to);
            return Reply.say(ArchiveWords.renamed(owned.value(), to.value()));
        });
    }

    private String named(List<String> words, CommandCall call) {
        return reach.chats()
                .namedOrActive(words.subList(0, words.size() - 1), call)
                .value();
    }
}
