package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A gateway on a strict fake server, with one allowed user. */
final class GatewayFixture implements AutoCloseable {

    static final long ANN = 7;
    static final Duration LIMIT = Duration.ofSeconds(30);

    final FakeTelegram telegram;
    final Journal journal;
    final TelegramGateway gateway;
    final CompletableFuture<GatewayFailure> failure = new CompletableFuture<>();

    GatewayFixture(Path folder) {
        this(folder, FakeTelegram.builder().strict().start());
    }

    GatewayFixture(Path folder, FakeTelegram telegram) {
        this.telegram = telegram;
        this.journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        this.gateway = new TelegramGateway(settings(telegram, telegram.token()));
    }

    static TelegramSettings settings(FakeTelegram telegram, String token) {
        return new TelegramSettings(BotToken.of(token), telegram.apiRoot());
    }

    void start(MessageHandler handler) {
        gateway.start(journal.updates(), Set.of(ANN), handler, failure::complete);
    }

    @Override
    public void close() {
        gateway.close();
        journal.close();
        telegram.close();
    }
}
