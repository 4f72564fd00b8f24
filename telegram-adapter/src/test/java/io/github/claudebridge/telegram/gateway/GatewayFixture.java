package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.redact.Redactor;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway on a strict fake server, with one allowed user. */
final class GatewayFixture implements AutoCloseable {

    static final long ANN = 7;
    /** What a test may ask the bot to keep to itself. */
    static final String SECRET = "correct-horse_battery:staple";

    static final Redactor REDACTOR = Redactor.of(Set.of(SECRET));
    static final Duration LIMIT = Duration.ofSeconds(30);

    final FakeTelegram telegram;
    final Journal journal;
    final TelegramGateway gateway;
    CompletableFuture<Handled> handling = CompletableFuture.completedFuture(Handled.DONE);
    final List<Chosen> chosen = new CopyOnWriteArrayList<>();
    final CompletableFuture<GatewayFailure> failure = new CompletableFuture<>();

    private final Set<Long> allowed;

    GatewayFixture(Path folder) {
        this(folder, Set.of(ANN));
    }

    GatewayFixture(Path folder, Set<Long> allowed) {
        this(folder, FakeTelegram.builder().strict().start(), allowed);
    }

    GatewayFixture(Path folder, FakeTelegram telegram) {
        this(folder, telegram, Set.of(ANN));
    }

    private GatewayFixture(Path folder, FakeTelegram telegram, Set<Long> allowed) {
        this(Journal.open(folder.resolve("journal.db"), Clock.systemUTC()), telegram, allowed);
    }

    GatewayFixture(Journal journal) {
        this(journal, FakeTelegram.builder().strict().start(), Set.of(ANN));
    }

    private GatewayFixture(Journal journal, FakeTelegram telegram, Set<Long> allowed) {
        this.telegram = telegram;
        this.allowed = allowed;
        this.journal = journal;
        this.gateway = new TelegramGateway(settings(telegram, telegram.token()), journal, REDACTOR);
    }

    static TelegramSettings settings(FakeTelegram telegram, String token) {
        return new TelegramSettings(BotToken.of(token), telegram.apiRoot(), Pace.unlimited());
    }

    private CompletableFuture<Handled> chosen(Chosen choice) {
        chosen.add(choice);
        return handling;
    }

    void start(MessageHandler handler) {
        gateway.start(allowed::contains, handler, this::chosen, failure::complete);
    }

    /** Ends the bot as a person does who wants to start it again. */
    void stopWithoutTheServer() {
        gateway.close();
        journal.close();
    }

    @Override
    public void close() {
        stopWithoutTheServer();
        telegram.close();
    }
}
