package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.CompactBoundary;
import io.github.claudebridge.process.event.ModelFallback;
import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.TurnPlace;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says silently what people should know although it is not the answer: another model, a shorter history, a limit. */
final class Remarks {

    private final Chat chat;
    private final TurnPlace place;
    private final Limits limits;
    private int said;

    /**
     * @param limits remembers which limits were told, beyond this turn
     */
    Remarks(Chat chat, TurnPlace place, Limits limits) {
        this.chat = chat;
        this.place = place;
        this.limits = limits;
    }

    void on(ClaudeEvent event) {
        remark(event).ifPresent(text -> {
            CompletableFuture<Void> unused =
                    chat.notice(place.chat(), place.key().with("remark-" + said++), text);
        });
    }

    private Optional<String> remark(ClaudeEvent event) {
        if (event instanceof ModelFallback fallback) {
            return Optional.of(TurnWords.fallback(fallback.originalModel(), fallback.fallbackModel()));
        }
        if (event instanceof CompactBoundary compacted && compacted.trigger().equals("auto")) {
            return Optional.of(TurnWords.compacted(compacted.tokensBefore(), compacted.tokensAfter()));
        }
        return event instanceof RateLimit limit ? limits.news(limit) : Optional.empty();
    }
}
