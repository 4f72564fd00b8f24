package io.github.claudebridge.telegram.conversation.present;

import static io.github.claudebridge.telegram.conversation.present.Scene.block;
import static io.github.claudebridge.telegram.conversation.present.Scene.completed;
import static io.github.claudebridge.telegram.conversation.present.Scene.result;
import static io.github.claudebridge.telegram.conversation.present.Scene.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.event.ApiRetry;
import io.github.claudebridge.process.event.StatusReport;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.process.event.TaskStarted;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.telegram.conversation.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerboseViewTest {

    private final Scene scene = Scene.in(OutputMode.VERBOSE);

    @Test
    void OUT_02_thinking_text_tools_and_results_are_said_and_only_the_last_line_rings() {
        scene.then(new Thinking("hm", false, "m1", null))
                .then(block("I look.", "m1"))
                .then(use("1", "Bash", Map.of("command", "ls")))
                .then(result("1", "a.txt", false));
        scene.time.pass(Duration.ofSeconds(2));
        scene.then(block("There is a.txt.", "m2"));
        Answer closing = scene.ends(completed("There is a.txt."));

        assertThat(said()).containsSubsequence("hm", "I look.", "Running ls", "a.txt", "There is a.txt.", "✓ Done");
        assertThat(closing.markdown()).contains("1 tool", "42 s");
        assertThat(scene.chat.answers()).filteredOn(Answer::rings).containsExactly(closing);
    }

    @Test
    void OUT_02_an_answer_that_was_not_streamed_is_said_at_the_end() {
        assertThat(scene.ends(completed("from a local command")).markdown()).isEqualTo("from a local command");
    }

    @Test
    void OUT_02_waits_summaries_and_background_tasks_are_told_in_the_stream() {
        scene.then(new ApiRetry(1, 10, Duration.ofSeconds(2), OptionalInt.of(529), "overloaded"))
                .then(new StatusReport("compacting", null, null))
                .then(new TaskStarted("t", null, "the tests", true))
                .then(new TaskFinished("t", "completed", "the tests", null));
        scene.time.pass(Duration.ofSeconds(1));

        assertThat(scene.chat.answers())
                .singleElement()
                .satisfies(said -> assertThat(said.markdown())
                        .contains(
                                "try 1 of 10",
                                "Summarising",
                                "Started in the background: the tests",
                                "completed: the tests"));
    }

    @Test
    void OUT_02_output_with_fences_is_fenced_with_longer_ones() {
        scene.then(use("1", "Bash", Map.of("command", "cat x.md"))).then(result("1", "```\ncode\n```", false));
        scene.time.pass(Duration.ofSeconds(2));
        assertThat(said()).contains("````\n```\ncode\n```\n````");
    }

    private String said() {
        return scene.chat.answers().stream().map(Answer::markdown).collect(Collectors.joining("\n\n"));
    }
}
