package io.github.claudebridge.telegram.testing;

import io.github.claudebridge.telegram.testing.internal.Backend;
import io.github.claudebridge.telegram.testing.internal.chats.Callbacks;
import io.github.claudebridge.telegram.testing.internal.chats.ChatActions;
import io.github.claudebridge.telegram.testing.internal.chats.Chats;
import io.github.claudebridge.telegram.testing.internal.chats.Drafts;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.core.Token;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.files.FileStore;
import io.github.claudebridge.telegram.testing.internal.rate.RateLimiter;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The options of a {@link FakeTelegram}. Not thread-safe. */
public final class FakeTelegramBuilder {

    private Clock clock = Clock.systemUTC();
    private Optional<RateModel> rateModel = Optional.empty();
    private Duration callbackValidity = Duration.ofSeconds(15);
    private String botName = "Fake Claude";
    private String botUsername = "fake_claude_bot";
    private String token = "4242424242:AAFakeTelegram_not-a-secret-0123456789";
    private boolean strict;
    private boolean topics = true;
    private boolean rich = true;
    private boolean readsAllGroupMessages;
    private int port;

    FakeTelegramBuilder() {}

    /** The clock for dates, expiry and rate limits; long polls wait in real time. Default: the system's. */
    public FakeTelegramBuilder clock(Clock newClock) {
        this.clock = newClock;
        return this;
    }

    /** Turns rate limits on. */
    public FakeTelegramBuilder rateModel(RateModel model) {
        this.rateModel = Optional.of(model);
        return this;
    }

    /** Lets {@link FakeTelegram#close()} fail when there is {@linkplain FakeTelegram#lint lint}. */
    public FakeTelegramBuilder strict() {
        this.strict = true;
        return this;
    }

    /** How long the press of a button can be answered. Default: 15 seconds. */
    public FakeTelegramBuilder callbackValidity(Duration validity) {
        this.callbackValidity = validity;
        return this;
    }

    /** Switches topics in private chats off. */
    public FakeTelegramBuilder withoutPrivateTopics() {
        this.topics = false;
        return this;
    }

    /** Plays a server from before rich messages. */
    public FakeTelegramBuilder withoutRichMessages() {
        this.rich = false;
        return this;
    }

    /** Lets the bot hear everything in groups: privacy mode off. */
    public FakeTelegramBuilder withoutGroupPrivacy() {
        this.readsAllGroupMessages = true;
        return this;
    }

    /** The token of the bot; the number before its colon is the bot's identifier. */
    public FakeTelegramBuilder token(String newToken) {
        this.token = newToken;
        return this;
    }

    /**
     * What the bot is called.
     *
     * @param name its display name
     * @param username its user name, without {@code @}
     */
    public FakeTelegramBuilder bot(String name, String username) {
        this.botName = name;
        this.botUsername = username;
        return this;
    }

    /** The port to listen on; 0, the default, takes a free one. */
    public FakeTelegramBuilder port(int newPort) {
        this.port = newPort;
        return this;
    }

    public FakeTelegram start() {
        return new FakeTelegram(this);
    }

    Backend backend() {
        World world = new World(clock);
        LintLog lints = new LintLog(world);
        return new Backend(
                world,
                bot(),
                new Chats(),
                new Drafts(world),
                new ChatActions(world),
                new Callbacks(world, callbackValidity),
                new UpdateQueue(world),
                new FileStore(world),
                new RateLimiter(world, lints, rateModel),
                lints);
    }

    boolean isStrict() {
        return strict;
    }

    boolean knowsRichMessages() {
        return rich;
    }

    int port() {
        return port;
    }

    private Bot bot() {
        if (!Token.isWellFormed(token)) {
            throw new IllegalArgumentException("Not the form of a bot token");
        }
        long id = Long.parseLong(token.substring(0, token.indexOf(':')));
        return new Bot(id, botUsername, botName, token, topics, readsAllGroupMessages);
    }
}
