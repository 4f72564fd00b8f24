package io.github.claudebridge.telegram.command;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.control.ContextUsage;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.StatusWords;
import io.github.claudebridge.telegram.conversation.words.TalkManuals;
import java.util.Comparator;
import java.util.List;

/** Shows how full Claude's context is; a session that sleeps is woken up for that. */
final class ContextCommand implements Command {

    private static final int MOST_PARTS = 8;

    private final Reach reach;

    ContextCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return TalkManuals.CONTEXT;
    }

    @Override
    public Reply run(CommandCall call) {
        SessionName session = reach.chats().require(call.chat(), call.userId());
        return reach.isNew(session)
                ? Reply.say(StatusWords.NOTHING_SAID)
                : Reply.soon(reach.conversations()
                        .start(session)
                        .thenCompose(ClaudeProcess::contextUsage)
                        .thenApply(usage -> Reply.say(words(usage))));
    }

    private static String words(ContextUsage usage) {
        List<String> parts = usage.categories().stream()
                .filter(part -> part.kind().equals("used"))
                .sorted(Comparator.comparingLong(ContextUsage.Category::tokens).reversed())
                .limit(MOST_PARTS)
                .map(part -> StatusWords.contextPart(part.name(), part.tokens()))
                .toList();
        return StatusWords.context(usage.percentage(), usage.totalTokens(), usage.maxTokens(), usage.model(), parts);
    }
}
