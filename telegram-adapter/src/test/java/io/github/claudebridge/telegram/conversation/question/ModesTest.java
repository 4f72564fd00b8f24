package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.ANN;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.WORK;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Turn;
import io.github.claudebridge.session.PermissionMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModesTest {

    private static final String WRITES = "tool Write notes.txt hello ;; say ready";

    @TempDir
    Path folder;

    private static QuestionSettings with(Bypass bypass) {
        return new QuestionSettings(Duration.ofMinutes(30), Duration.ofHours(12), bypass);
    }

    private static String change(QuestionFixture fixture, PermissionMode mode) {
        return fixture.modes.change(WORK, mode, ANN).join();
    }

    @Test
    void a_mode_counts_at_once_and_is_kept_where_claude_cannot_write() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            fixture.claude();
            assertThat(change(fixture, PermissionMode.ACCEPT_EDITS)).startsWith("work is set to accept edits");

            assertThat(answer(fixture.prompt(WRITES))).isEqualTo("ready");
            assertThat(fixture.work().resolve("notes.txt")).hasContent("hello");
            assertThat(fixture.telegram.messages(ANN)).as("nothing was asked").isEmpty();
            assertThat(fixture.store.grants().of(WORK).permissionMode()).isEqualTo(PermissionMode.ACCEPT_EDITS);
            assertThat(fixture.store.get(WORK).metadata().permissionMode())
                    .as("the mirror")
                    .isEqualTo("accept_edits");
            assertThat(fixture.audited(1).get(0).path("subject").asText()).isEqualTo("ask to accept_edits");
            assertThat(fixture.audited(1).get(0).path("user").asLong()).isEqualTo(ANN);
        }
    }

    @Test
    void a_mode_counts_from_the_start_of_the_next_process_on() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            change(fixture, PermissionMode.ACCEPT_EDITS);
            assertThat(answer(fixture.prompt(WRITES))).isEqualTo("ready");
            change(fixture, PermissionMode.ASK);
            Turn turn = fixture.prompt(WRITES);
            fixture.press(fixture.question(), "Deny");
            assertThat(answer(turn)).isEqualTo("ready");
            assertThat(fixture.modes.describe(WORK)).contains("ask before every change");
        }
    }

    @Test
    void the_metadata_gives_no_rights() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            Path metadata = fixture.work().resolve("metadata.json");
            Files.writeString(
                    metadata,
                    Files.readString(metadata).replaceFirst("\\{", "{ \"permission_mode\": \"accept_edits\","));
            Turn turn = fixture.prompt(WRITES);
            fixture.press(fixture.question(), "Deny");
            assertThat(answer(turn)).isEqualTo("ready");
        }
    }

    @Test
    void the_bypass_needs_the_configuration() {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            assertThat(change(fixture, PermissionMode.BYPASS)).contains("allow_bypass");
            assertThat(fixture.modes.choosable()).doesNotContain(PermissionMode.BYPASS);
            assertThat(fixture.store.grants().of(WORK).permissionMode()).isEqualTo(PermissionMode.ASK);
        }
    }

    @Test
    void the_bypass_is_refused_to_root_with_words() {
        try (QuestionFixture fixture = new QuestionFixture(folder, with(Bypass.REFUSED_AS_ROOT))) {
            assertThat(change(fixture, PermissionMode.BYPASS)).contains("root", "IS_SANDBOX");
            assertThat(fixture.store.grants().of(WORK).permissionMode()).isEqualTo(PermissionMode.ASK);
        }
    }

    @Test
    void with_the_bypass_nothing_is_asked_until_it_is_taken_back() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder, with(Bypass.POSSIBLE))) {
            change(fixture, PermissionMode.BYPASS);
            assertThat(answer(fixture.prompt("tool Bash touch made.txt ;; say ready")))
                    .isEqualTo("ready");
            assertThat(fixture.work().resolve("made.txt")).exists();
            change(fixture, PermissionMode.ASK);
            Turn turn = fixture.prompt("tool Bash touch more.txt ;; say ready");
            fixture.press(fixture.question(), "Deny");
            assertThat(answer(turn)).isEqualTo("ready");
        }
    }

    @Test
    void a_process_that_was_started_without_the_bypass_is_started_anew_for_it() {
        try (QuestionFixture fixture = new QuestionFixture(folder, with(Bypass.POSSIBLE))) {
            fixture.claude();
            assertThat(change(fixture, PermissionMode.BYPASS)).contains("without asking");
            assertThat(fixture.suspended).containsExactly(WORK);
        }
    }

    @Test
    void a_bypass_that_is_not_allowed_any_more_does_not_count() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            fixture.store.grants().change(WORK, grants -> grants.withPermissionMode(PermissionMode.BYPASS));
            Turn turn = fixture.prompt(WRITES);
            fixture.press(fixture.question(), "Deny");

            assertThat(answer(turn)).isEqualTo("ready");
            assertThat(fixture.modes.describe(WORK)).contains("It does not count");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ask, ASK",
        "Default, ASK",
        "accept edits, ACCEPT_EDITS",
        "accept-edits, ACCEPT_EDITS",
        "acceptEdits, ACCEPT_EDITS",
        "plan, PLAN",
        " BYPASS , BYPASS"
    })
    void modes_have_names(String name, PermissionMode mode) {
        assertThat(Modes.named(name)).contains(mode);
    }

    @Test
    void other_words_are_no_modes() {
        assertThat(Modes.named("everything")).isEmpty();
        assertThat(Modes.named("")).isEmpty();
    }

    @Test
    void root_may_bypass_in_a_sandbox_only() {
        assertThat(Bypass.of(true, true, false)).isEqualTo(Bypass.REFUSED_AS_ROOT);
        assertThat(Bypass.of(true, true, true)).isEqualTo(Bypass.POSSIBLE);
        assertThat(Bypass.of(true, false, false)).isEqualTo(Bypass.POSSIBLE);
        assertThat(Bypass.of(false, false, true)).isEqualTo(Bypass.NOT_CONFIGURED);
    }
}
