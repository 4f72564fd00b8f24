package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.RateModel;
import java.nio.file.Path;
import java.util.List;

/** What sends, on simulated time, before a strict server with rate limits on the same time. */
final class Simulation implements AutoCloseable {

    final SimulatedLoop loop;
    final FakeTelegram telegram;
    final Journal journal;
    final Sender sender;
    final Chat chat;
    private final TelegramConnection connection;

    Simulation(Path folder) {
        this(folder, new SimulatedLoop());
    }

    private Simulation(Path folder, SimulatedLoop loop) {
        this(
                folder,
                loop,
                FakeTelegram.builder()
                        .clock(loop.clock())
                        .rateModel(RateModel.likeTelegram())
                        .strict()
                        .start());
    }

    /** A bot that begins where another was killed. */
    Simulation(Path folder, SimulatedLoop loop, FakeTelegram telegram) {
        this.loop = loop;
        this.telegram = telegram;
        this.journal = Journal.open(folder.resolve("journal.db"), loop.clock());
        this.connection =
                new TelegramConnection(GatewayFixture.settings(telegram, telegram.token()), GatewayFixture.REDACTOR);
        Outgoings outgoings =
                Outgoings.over(loop, connection, Pace.telegram(), GatewayFixture.REDACTOR, journal, Runnable::run);
        this.sender = outgoings.sender();
        this.chat = outgoings.chat();
        outgoings.resume();
    }

    /** The calls that were refused because there were too many. */
    List<Call> refusals() {
        return telegram.calls().stream().filter(call -> call.status() == 429).toList();
    }

    /** Ends the bot at once and leaves the server. */
    void kill() {
        loop.close();
        connection.close();
        journal.close();
    }

    @Override
    public void close() {
        kill();
        telegram.close();
    }
}
