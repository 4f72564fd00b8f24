package io.github.claudebridge.telegram.testing;

import java.time.Duration;

/**
 * How much a bot may send before the server answers 429. The real limits are not published and change; these are close to what
 * bots have seen, and always the same. Immutable.
 *
 * @param burst how many calls a chat takes at once
 * @param perSecond how many it takes per second after that
 * @param draftCost what a draft costs, where a message or an edit costs 1
 * @param groupLimit how many calls a group takes within {@code groupWindow}
 * @param groupWindow the time over which a group's calls are counted
 * @param globalPerSecond how many calls all chats together take per second
 * @param hammering how many calls inside a waiting time make it jump to {@code penalty}
 * @param penalty the waiting time for a bot that does not listen
 */
public record RateModel(
        double burst,
        double perSecond,
        double draftCost,
        int groupLimit,
        Duration groupWindow,
        int globalPerSecond,
        int hammering,
        Duration penalty) {

    /** 3 at once and 1 per second in a chat, 20 per minute in a group, 30 per second in all. */
    public static RateModel likeTelegram() {
        return new RateModel(3, 1, 0.5, 20, Duration.ofMinutes(1), 30, 5, Duration.ofSeconds(30));
    }

    /** The same model with another cost of drafts. */
    public RateModel withDraftCost(double cost) {
        return new RateModel(burst, perSecond, cost, groupLimit, groupWindow, globalPerSecond, hammering, penalty);
    }
}
