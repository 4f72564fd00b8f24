package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.journal.ImpatientJournal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void a_journal_that_takes_nothing_is_told_and_nothing_is_confirmed_until_it_does() throws Exception {
        List<String> taken = new CopyOnWriteArrayList<>();
        try (GatewayFixture fixture = new GatewayFixture(ImpatientJournal.open(folder.resolve("journal.db")));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            fixture.telegram.user(ANN, "Ann").sends("hello");
            fixture.start((message, progress) -> {
                taken.add(message.text());
                return CompletableFuture.completedFuture(Handled.DONE);
            });
            fixture.telegram.awaitMessage(ANN, LIMIT, message -> message.text().equals(Words.NOT_STORED));
            assertThat(fixture.telegram.updates().pending()).isEqualTo(1);
            assertThat(taken).isEmpty();

            statement.execute("ROLLBACK");
            await().atMost(LIMIT).until(() -> taken.contains("hello"));
            await().atMost(LIMIT).until(() -> fixture.telegram.updates().pending() == 0);
            assertThat(fixture.telegram.messages(ANN)).hasSize(1);
        }
    }
}
