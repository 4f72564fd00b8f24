package io.github.claudebridge.telegram.conversation.present;

import static io.github.claudebridge.telegram.conversation.present.Scene.block;
import static io.github.claudebridge.telegram.conversation.present.Scene.completed;
import static io.github.claudebridge.telegram.conversation.present.Scene.message;
import static io.github.claudebridge.telegram.conversation.present.Scene.piece;
import static io.github.claudebridge.telegram.conversation.present.Scene.result;
import static io.github.claudebridge.telegram.conversation.present.Scene.turn;
import static io.github.claudebridge.telegram.conversation.present.Scene.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ApiRetry;
import io.github.claudebridge.process.event.BackgroundTask;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.CompactBoundary;
import io.github.claudebridge.process.event.EventsSkipped;
import io.github.claudebridge.process.event.ModelFallback;
import io.github.claudebridge.process.event.Notice;
import io.github.claudebridge.process.event.PermissionDenied;
import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.process.event.StatusReport;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.conversation.RecordingChat.RecordedDraft;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DefaultViewTest {

    private final Scene scene = Scene.withDraft();

    @Test
    void MSG_03_a_tool_is_named_with_its_target() {
        scene.then(use("1", "Read", Map.of("file_path", "config.json")));
        assertThat(scene.lastHeadline()).isEqualTo("Reading config.json");
        scene.then(result("1", "{}", false)).then(use("2", "Bash", Map.of("command", "npm test")));
        assertThat(scene.lastHeadline()).isEqualTo("Running npm test");
    }

    @Test
    void MSG_03_tools_that_run_at_the_same_time_are_counted() {
        scene.then(use("1", "Read", Map.of("file_path", "a"))).then(use("2", "Read", Map.of("file_path", "b")));
        assertThat(scene.lastHeadline()).isEqualTo("Reading b (+1 more)");
    }

    @Test
    void a_quick_turn_shows_no_draft_and_a_longer_one_all_that_was_written_so_far() {
        Scene young = Scene.in(OutputMode.DEFAULT);
        young.then(message("m")).then(piece("It "));
        assertThat(young.chat.drafts()).isEmpty();
        young.time.pass(Duration.ofSeconds(2));
        assertThat(young.then(piece("works")).chat.drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.text()).isEqualTo("It works"));
    }

    @Test
    void OUT_01_the_answer_streams_in_a_draft_and_is_said_as_a_message_that_rings() {
        scene.then(message("m")).then(piece("It ")).then(piece("works"));
        RecordedDraft draft = scene.chat.drafts().get(0);
        assertThat(draft.text()).isEqualTo("It works");

        Answer answer = scene.then(block("It works", "m")).ends(completed("It works"));
        assertThat(draft.isClosed()).isTrue();
        assertThat(answer.markdown()).isEqualTo("It works");
        assertThat(answer.rings()).isTrue();
    }

    @Test
    void what_was_done_is_folded_up_below_the_answer_with_time_and_cost() {
        scene.then(use("1", "Read", Map.of("file_path", "a_b.txt")))
                .then(result("1", "x", false))
                .then(use("2", "Bash", Map.of("command", "make")))
                .then(result("2", "x", true));
        assertThat(scene.ends(completed("done")).details())
                .contains("2 tools · 42 s · \\$0\\.03", "• Read a\\_b\\.txt", "✗ Ran make");
    }

    @Test
    void MSG_07_an_hour_long_turn_never_looks_dead() {
        scene.then(use("1", "Bash", Map.of("command", "make world")));
        for (int minute = 0; minute < 60; minute++) {
            int before = scene.chat.drafts().get(0).headlines().size();
            scene.time.pass(Duration.ofMinutes(1));
            assertThat(scene.chat.drafts().get(0).headlines()).hasSizeGreaterThan(before);
        }
        assertThat(scene.lastHeadline()).isEqualTo("Running make world · 1:00:00");
    }

    @Test
    void nothing_ticks_when_the_turn_is_over() {
        scene.ends(completed("done"));
        assertThat(scene.time.waiting()).isZero();
    }

    @Test
    void of_a_session_that_the_chat_does_not_talk_to_only_the_answer_is_seen_headed_with_its_name() {
        Scene other = Scene.elsewhere(OutputMode.DEFAULT);
        other.then(piece("hidden"));
        assertThat(other.chat.drafts()).isEmpty();
        assertThat(other.ends(completed("done")).markdown()).isEqualTo("**▸ work**\n\ndone");
    }

    @Test
    void a_draft_begins_when_the_chat_comes_to_the_session_and_ends_when_it_leaves() {
        scene.view.inFront(false);
        assertThat(scene.chat.drafts().get(0).isClosed()).isTrue();
        scene.view.inFront(true);
        assertThat(scene.chat.drafts()).hasSize(2);
    }

    @Test
    void the_draft_rests_while_a_person_has_to_decide() {
        scene.view.status(Status.WAITING_FOR_PERMISSION);
        assertThat(scene.chat.drafts().get(0).isClosed()).isTrue();
        scene.view.status(Status.BUSY);
        assertThat(scene.chat.drafts()).hasSize(2);
    }

    @Test
    void a_turn_that_nobody_asked_for_says_why_it_is_there() {
        Scene unasked = Scene.unasked();
        unasked.then(new TaskFinished("t", "completed", "sleep 12", null));
        assertThat(unasked.ends(completed("It is done.")).markdown())
                .isEqualTo("**A background task has ended: sleep 12**\n\nIt is done.");
    }

    @Test
    void what_still_runs_in_the_background_is_told() {
        scene.then(new BackgroundTasks(List.of(new BackgroundTask("t", "local_bash", "npm run dev"))));
        assertThat(scene.ends(completed("started")).details()).contains("background", "npm run dev");
    }

    @Test
    void all_blocks_of_the_last_message_are_the_answer() {
        scene.then(block("first message", "m1")).then(block("one", "m2")).then(block("two", "m2"));
        assertThat(scene.ends(completed("two")).markdown()).isEqualTo("one\n\ntwo");
    }

    @Test
    void what_was_there_of_an_answer_that_was_stopped_is_said_without_a_sound() {
        Answer answer = scene.ends(turn("half of", Outcome.INTERRUPTED, OptionalInt.empty()));
        assertThat(answer.markdown()).startsWith("half of").contains(TurnWords.STOPPED_HERE);
        assertThat(answer.rings()).isFalse();
    }

    @Test
    void failures_say_the_next_step() {
        scene.view
                .end(turn("Not logged in · Please run /login", Outcome.API_ERROR, OptionalInt.empty()))
                .join();
        assertThat(scene.chat.texts(Kind.FAILURE)).containsExactly(TurnWords.NOT_LOGGED_IN);

        Scene model = Scene.in(OutputMode.DEFAULT);
        model.view
                .end(turn("There's an issue with the selected model", Outcome.API_ERROR, OptionalInt.of(404)))
                .join();
        assertThat(model.chat.texts(Kind.FAILURE)).singleElement().asString().contains("/model");

        Scene full = Scene.in(OutputMode.DEFAULT);
        full.view
                .end(turn("Prompt is too long", Outcome.TOO_LONG, OptionalInt.empty()))
                .join();
        assertThat(full.chat.texts(Kind.FAILURE)).singleElement().asString().contains("/compact", "/clear");
    }

    @Test
    void retries_are_told_on_the_line() {
        scene.then(new ApiRetry(3, 10, Duration.ofSeconds(8), OptionalInt.of(529), "overloaded"));
        assertThat(scene.lastHeadline()).contains("try 3 of 10", "8 s");
    }

    @Test
    void another_model_and_limits_are_told_once_and_silently() {
        RateLimit near = new RateLimit("allowed_warning", "five_hour", null, OptionalDouble.of(0.92));
        scene.then(new ModelFallback("opus", "sonnet", "overloaded", ""))
                .then(near)
                .then(near);
        assertThat(scene.chat.texts(Kind.NOTICE))
                .satisfiesExactly(
                        fallback -> assertThat(fallback).contains("opus", "sonnet"),
                        limit -> assertThat(limit).contains("92 %", "five hour"));
    }

    @Test
    void warnings_and_denials_by_rule_are_told_once_and_silently() {
        Notice warning = new Notice("warning", "The hook said no.");
        scene.then(new Notice("info", "Nothing special."))
                .then(warning)
                .then(warning)
                .then(new PermissionDenied("Bash", "1", "denied by a rule"))
                .then(new EventsSkipped(10, 2));
        assertThat(scene.chat.texts(Kind.NOTICE))
                .satisfiesExactly(
                        hook -> assertThat(hook).contains("The hook said no."),
                        denied -> assertThat(denied).contains("Bash", "denied by a rule", "/mode"),
                        skipped -> assertThat(skipped).isEqualTo(TurnWords.SKIPPED));
    }

    @Test
    void a_history_that_was_summarised_by_itself_is_told() {
        scene.then(new StatusReport("compacting", null, null));
        assertThat(scene.lastHeadline()).isEqualTo(TurnWords.COMPACTING);
        scene.then(new CompactBoundary("auto", 150_000, 9_000));

        assertThat(scene.chat.texts(Kind.NOTICE)).containsExactly(TurnWords.compacted(150_000, 9_000));
    }

    @Test
    void a_subagent_is_shown_as_one_with_what_it_does() {
        scene.then(use("1", "Task", Map.of("description", "look around")))
                .then(new ToolUse("2", "Read", Json.of(Map.of("file_path", "a")), "1"));
        assertThat(scene.lastHeadline()).isEqualTo("Reading a (+1 more)");
        scene.then(new ToolResult("2", "", false, null, "1"));

        assertThat(scene.lastHeadline()).isEqualTo("Subagent: look around");
    }

    @Test
    void an_answer_that_was_cut_off_says_so() {
        TurnResult whole = completed("half of it");
        TurnResult cut = new TurnResult(
                whole.sessionId(),
                whole.promptIds(),
                whole.text(),
                whole.outcome(),
                "",
                false,
                true,
                List.of(),
                OptionalInt.empty(),
                whole.usage(),
                whole.costUsd(),
                whole.sessionCostUsd(),
                whole.duration(),
                1,
                null,
                null,
                List.of());
        assertThat(scene.ends(cut).markdown()).endsWith(TurnWords.TRUNCATED);
    }

    @Test
    void the_point_of_the_to_do_list_is_on_the_line() {
        scene.then(new ToolUse(
                "1",
                "TodoWrite",
                Json.parse("{\"todos\":[{\"content\":\"Read\",\"status\":\"completed\"},"
                        + "{\"content\":\"Test\",\"status\":\"in_progress\",\"activeForm\":\"Testing\"}]}"),
                null));
        assertThat(scene.lastHeadline()).endsWith("2/2 Testing");
    }
}
