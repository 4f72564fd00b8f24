package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.CompactBoundary;
import io.github.claudebridge.process.event.EventsSkipped;
import io.github.claudebridge.process.event.ModelFallback;
import io.github.claudebridge.process.event.Notice;
import io.github.claudebridge.process.event.PermissionDenied;
import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.TurnPlace;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Says silently what people should know although it is not the answer: another model, a shorter history, a limit, a warning, each once. */
final class Remarks {

    private final Chat chat;
    private final TurnPlace place;
    private final Limits limits;
    private final Set<String> said = new HashSet<>();

    /**
     * @param limits remembers which limits were told, beyond this turn
     */
    Remarks(Chat chat, TurnPlace place, Limits limits) {
        this.chat = chat;
        this.place = place;
        this.limits = limits;
    }

    void on(ClaudeEvent event) {
        remark(event).filter(said::add).ifPresent(text -> {
            CompletableFuture<Void> unused =
                    chat.notice(place.chat(), place.key().with("remark-" + said.size()), text);
        });
    }

    private Optional<String> remark(ClaudeEvent event) {
        if (event instanceof ModelFallback fallback) {
            return Optional.of(TurnWords.fallback(fallback.originalModel(), fallback.fallbackModel()));
        }
        if (event instanceof CompactBoundary compacted && compacted.trigger().equals("auto")) {
            return Optional.of(TurnWords.compacted(compacted.tokensBefore(), compacted.tokensAfter()));
        }
        if (event instanceof Notice notice) {
            return notice.level().equals("info") || notice.text().isBlank()
                    ? Optional.empty()
                    : Optional.of(TurnWords.remark(notice.text()));
        }
        if (event instanceof PermissionDenied denied) {
            return Optional.of(TurnWords.denied(denied.toolName(), denied.message()));
        }
        if (event instanceof EventsSkipped) {
            return Optional.of(TurnWords.SKIPPED);
        }
        return event instanceof RateLimit limit ? limits.news(limit) : Optional.empty();
    }
}
