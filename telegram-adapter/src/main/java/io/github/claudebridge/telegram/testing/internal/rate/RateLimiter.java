package io.github.claudebridge.telegram.testing.internal.rate;

import io.github.claudebridge.telegram.testing.RateModel;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says 429 when a bot sends too much. Guarded by the world's lock. */
public final class RateLimiter {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final LintLog lints;
    private final Optional<RateModel> model;
    private final Map<Long, ChatBudget> chats = new HashMap<>();
    private final SlidingWindow global = new SlidingWindow(SECOND);

    /** @param model the limits; nothing for no limits */
    public RateLimiter(World world, LintLog lints, Optional<RateModel> model) {
        this.world = world;
        this.lints = lints;
        this.model = model;
    }

    /** Takes messages, or an edit, from the chat's budget, or refuses them. */
    public void charge(String method, Chat chat, int messages) {
        model.ifPresent(limits -> charge(method, chat, limits, messages, messages));
    }

    /** Takes one draft from the chat's budget, or refuses it. */
    public void chargeDraft(String method, Chat chat) {
        model.ifPresent(limits -> charge(method, chat, limits, limits.draftCost(), 1));
    }

    private void charge(String method, Chat chat, RateModel limits, double cost, int messages) {
        Instant now = world.now();
        ChatBudget budget = chats.computeIfAbsent(chat.id(), id -> new ChatBudget(limits, now));
        if (budget.isFrozen(now)) {
            lints.add(method, chat.id(), "called again inside the waiting time of a 429");
            throw ApiError.tooManyRequests(wholeSeconds(budget.punish(now)));
        }
        Duration wait = budget.waitFor(now, cost, chat.isPrivate() ? 0 : messages);
        Duration globalWait = global.waitFor(now, messages, limits.globalPerSecond());
        Duration longer = wait.compareTo(globalWait) > 0 ? wait : globalWait;
        if (!longer.isZero()) {
            budget.freeze(now, longer);
            throw ApiError.tooManyRequests(wholeSeconds(longer));
        }
        budget.take(now, cost, messages);
        global.add(now, messages);
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
