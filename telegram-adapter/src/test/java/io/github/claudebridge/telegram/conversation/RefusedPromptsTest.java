package io.github.claudebridge.telegram.conversation;

import static io.github.claudebridge.telegram.conversation.TalkFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.TalkFixture.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a session is for somebody whom it must not work for, whichever way their message takes. */
class RefusedPromptsTest {

    private static final long ANN = 7;
    private static final long EVE = 666;

    @TempDir
    Path folder;

    private TalkFixture talk;

    @BeforeEach
    void open() {
        talk = new TalkFixture(folder);
        talk.refused.add(EVE);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    private CompletableFuture<Handled> writes(long user, String text) {
        UserFile file = new UserFile("id", UserFile.Kind.DOCUMENT, "a.txt", "text/plain", 3);
        UserMessage message = new UserMessage(
                new ChatId(user),
                text,
                user == EVE ? List.of(file) : List.of(),
                user,
                0,
                Optional.empty(),
                Optional.empty(),
                Instant.now());
        return talk.conversations.prompt(NAME, message, DeliveryKey.random());
    }

    @Test
    void I_16_a_refused_prompt_fetches_nothing_starts_nothing_and_ends_nothing() throws Exception {
        assertThat(writes(EVE, "say secret").get(60, TimeUnit.SECONDS)).isEqualTo(Handled.FAILED);

        assertThat(talk.chat.texts(Kind.FAILURE)).as("no word about the file").containsExactly("You may not.");
        assertThat(talk.settled).isEmpty();
        assertThat(talk.conversations.live(NAME)).isEmpty();
        assertThat(talk.chat.activities()).isZero();
    }

    @Test
    void I_16_the_session_goes_on_working_for_whom_it_worked_before() throws Exception {
        writes(ANN, "say hello").get(60, TimeUnit.SECONDS);
        writes(EVE, "say secret").get(60, TimeUnit.SECONDS);

        assertThat(talk.conversations.audience(NAME)).contains(new Audience(new ChatId(ANN), ANN));
    }

    @Test
    void I_16_a_refused_prompt_is_not_put_into_a_running_turn_either() throws Exception {
        Path go = talk.store.get(NAME).directory().resolve("go");
        DeliveryKey first = DeliveryKey.random();
        CompletableFuture<Handled> running =
                talk.working("tool Bash while [ ! -e go ]; do sleep 1; done ;; say both", first);
        CompletableFuture<Handled> refused = writes(EVE, "say secret");
        await("the notice that it waits")
                .atMost(LIMIT)
                .until(() -> !talk.chat.asked().isEmpty());
        talk.conversations
                .chosen(new Chosen(new ChatId(EVE), talk.chat.asked().get(0), WaitingNotice.Decision.NOW.name(), EVE))
                .join();
        assertThat(refused.get(60, TimeUnit.SECONDS)).isEqualTo(Handled.FAILED);
        assertThat(talk.settled).as("the turn still runs").isEmpty();
        Files.createFile(go);
        running.get(60, TimeUnit.SECONDS);

        talk.ask("history");
        assertThat(talk.chat.texts(Kind.ANSWER).get(1)).doesNotContain("secret");
    }
}
