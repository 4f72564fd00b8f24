package io.github.claudebridge.telegram.gateway;

/**
 * How fast the bot sends. Telegram publishes no exact limits; whoever sends faster is told to wait, for longer each time. Immutable.
 *
 * @param burst how many messages a chat gets at once after a pause
 * @param perSecond how many it gets per second after that
 * @param perGroupMinute how many a group gets in a minute
 * @param perSecondInAll how many all chats together get per second
 */
public record Pace(double burst, double perSecond, int perGroupMinute, int perSecondInAll) {

    /** A little slower than what Telegram is known to take. */
    public static Pace telegram() {
        return new Pace(3, 0.95, 19, 25);
    }

    /** As fast as it goes, for servers without limits. */
    public static Pace unlimited() {
        return new Pace(1e9, 1e9, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
