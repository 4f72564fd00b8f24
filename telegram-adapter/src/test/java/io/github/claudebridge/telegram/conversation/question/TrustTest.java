package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.ANN;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.WORK;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.session.Grants;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EXP-08: a folder that was not made here is trusted only after the owner said so. */
class TrustTest {

    @TempDir
    Path folder;

    private List<String> argumentsOf(QuestionFixture fixture) {
        List<String> arguments = new CopyOnWriteArrayList<>();
        ClaudeProcessBuilder builder = ClaudeProcess.builder();
        fixture.questions.prepare(WORK, builder);
        builder.options(options -> arguments.addAll(options.build().arguments()));
        return arguments;
    }

    @Test
    void EXP_08_a_folder_of_our_own_is_trusted() {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            assertThat(argumentsOf(fixture)).containsSequence("--permission-mode", "default");
            assertThat(argumentsOf(fixture)).doesNotContain("--setting-sources");
        }
    }

    @Test
    void EXP_08_another_folder_runs_with_the_users_own_settings_until_it_is_trusted() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            fixture.store.grants().change(WORK, grants -> Grants.least());
            assertThat(argumentsOf(fixture)).containsSequence("--setting-sources", "user");
            argumentsOf(fixture);
            SentMessage question = fixture.question("Trust this folder?");
            assertThat(question.text()).contains(fixture.work().toString());
            assertThat(labels(question)).containsExactly("Trust this folder", "Not now");
            fixture.press(question, "Trust this folder");

            assertThat(fixture.said("Trusted.").silent()).isTrue();
            assertThat(argumentsOf(fixture)).doesNotContain("--setting-sources");
            assertThat(fixture.telegram.messages(ANN)).as("asked once").hasSize(2);
            assertThat(fixture.audited(1).get(0).path("kind").asText()).isEqualTo("trust");
        }
    }

    @Test
    void EXP_08_who_does_not_trust_it_now_is_not_asked_again_by_this_run() {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            fixture.store.grants().change(WORK, grants -> Grants.least());
            argumentsOf(fixture);
            SentMessage question = fixture.question();
            fixture.press(question, "Not now");
            fixture.closed(question);

            assertThat(argumentsOf(fixture)).containsSequence("--setting-sources", "user");
            assertThat(fixture.telegram.messages(ANN)).hasSize(1);
        }
    }

    @Test
    void EXP_08_only_the_folder_that_was_asked_about_is_trusted() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            fixture.store.grants().change(WORK, grants -> Grants.least());
            argumentsOf(fixture);
            SentMessage question = fixture.question();
            Path copy = Files.createDirectory(folder.resolve("copy"));
            Files.copy(fixture.work().resolve("metadata.json"), copy.resolve("metadata.json"));
            Path place = fixture.work();
            Files.move(place, folder.resolve("old"));
            Files.move(copy, place);
            fixture.press(question, "Trust this folder");

            fixture.said("not the one that I asked about");
            assertThat(fixture.store.grants().of(WORK).trusted()).isFalse();
        }
    }

    @Test
    void EXP_08_a_process_that_does_nothing_begins_anew_with_what_is_trusted_now() {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            fixture.store.grants().change(WORK, grants -> Grants.least());
            fixture.claude();
            fixture.press(fixture.question(), "Trust this folder");

            await().atMost(LIMIT).until(() -> fixture.suspended.contains(WORK));
            assertThat(fixture.suspended).hasSize(1);
        }
    }
}
