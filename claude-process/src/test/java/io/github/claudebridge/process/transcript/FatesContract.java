package io.github.claudebridge.process.transcript;

import static io.github.claudebridge.process.support.Conversations.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.permission.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of a prompt, asked of the files that a command line writes, whether it is the real one or its stand-in. */
abstract class FatesContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private ClaudeProcess claude;

    abstract List<String> command() throws IOException;

    abstract Map<String, String> environment();

    private ClaudeProcessBuilder builder() throws IOException {
        return ClaudeProcess.builder()
                .command(command())
                .environment(environment())
                .directory(folder)
                .permissions(request -> Permission.allow());
    }

    @BeforeEach
    void start() throws IOException {
        claude = builder().start();
    }

    @AfterEach
    void stop() {
        claude.close();
    }

    private TurnResult ask(Prompt prompt) {
        return resultOf(claude.send(prompt));
    }

    private PromptFate fate(UUID prompt) throws IOException {
        return transcript().fateOf(prompt);
    }

    private Transcript transcript() throws IOException {
        return Transcripts.of(environment()).find(claude.sessionId()).orElseThrow();
    }

    /** The file may be a moment behind the stream. */
    private void assertFate(Prompt prompt, PromptFate expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fate(prompt.id())).isEqualTo(expected));
    }

    private void awaitTool() {
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("started")));
    }

    @Test
    void an_answer_of_several_blocks_is_what_the_result_has() throws Exception {
        Prompt thought = Prompt.of("thinking hm ++ say one ++ say two");
        Prompt withTools =
                Prompt.of("say first ++ tool Bash echo a ++ tool Bash echo b ;; thinking hm ++ say one ++ say two");
        assertThat(ask(thought).text()).isEqualTo("two");
        assertThat(ask(withTools).text()).isEqualTo("two");

        assertFate(thought, new PromptFate.Answered("two"));
        assertFate(withTools, new PromptFate.Answered("two"));
        assertThat(fate(UUID.randomUUID())).isEqualTo(new PromptFate.Unseen());
    }

    @Test
    void an_interrupted_prompt_does_not_get_the_answer_of_the_next() throws Exception {
        Prompt interrupted = Prompt.of("say on it ++ tool Bash touch started; sleep 300 ;; say done");
        Turn turn = claude.send(interrupted);
        awaitTool();
        assertFate(interrupted, new PromptFate.Open("on it"));
        assertThat(claude.interrupt()).succeedsWithin(PATIENCE);
        resultOf(turn);
        Prompt next = Prompt.of("say answer of the next");
        ask(next);

        assertFate(next, new PromptFate.Answered("answer of the next"));
        assertFate(interrupted, new PromptFate.Interrupted("on it"));
    }

    @Test
    void a_prompt_whose_cli_was_killed_stays_open_when_the_session_goes_on() throws Exception {
        Prompt killed = Prompt.of("say on it ++ tool Bash touch started; sleep 300 ;; say done");
        claude.send(killed);
        awaitTool();
        assertFate(killed, new PromptFate.Open("on it"));
        ProcessHandle.of(claude.pid()).orElseThrow().destroyForcibly();
        claude.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertFate(killed, new PromptFate.Open("on it"));

        claude = builder().resume(claude.sessionId()).start();
        Prompt next = Prompt.of("say answer of the next");
        ask(next);

        assertFate(next, new PromptFate.Answered("answer of the next"));
        assertFate(killed, new PromptFate.Open("on it"));
    }

    @Test
    void a_prompt_folded_into_a_running_turn_has_its_answer() throws Exception {
        ask(Prompt.of("say hello"));
        Prompt first = Prompt.of("tool Bash touch started; while [ ! -e go ]; do sleep 0.1; done ;; say end of both");
        Prompt folded = Prompt.of("say folded in");
        Turn turn = claude.send(first);
        awaitTool();
        Turn steered = claude.steer(folded);
        assertThat(fate(folded.id())).isEqualTo(new PromptFate.Unseen());
        Files.createFile(folder.resolve("go"));
        resultOf(turn);
        resultOf(steered);
        Prompt next = Prompt.of("say next");
        ask(next);

        assertFate(next, new PromptFate.Answered("next"));
        assertFate(first, new PromptFate.Answered("end of both"));
        assertFate(folded, new PromptFate.Answered("end of both"));
        assertThat(transcript().turnOf(folded.id())).contains(first.id());
        assertThat(transcript().turnOf(next.id())).contains(next.id());
    }

    @Test
    void prompts_before_and_after_a_compaction_keep_their_answers() throws Exception {
        Prompt before = Prompt.of("say before");
        Prompt compaction = Prompt.of("/compact");
        Prompt after = Prompt.of("say after");
        List.of(before, compaction, after).forEach(this::ask);

        assertFate(after, new PromptFate.Answered("after"));
        assertFate(compaction, new PromptFate.Answered("Compacted"));
        assertFate(before, new PromptFate.Answered("before"));
    }

    @Test
    void a_failed_request_is_told_apart_from_an_answer() throws Exception {
        Prompt failing = Prompt.of("say on it ++ tool Bash echo a ;; error 400");
        TurnResult failed = ask(failing);
        Prompt next = Prompt.of("say next");
        ask(next);

        assertFate(next, new PromptFate.Answered("next"));
        assertFate(failing, new PromptFate.Failed("on it", failed.text()));
        assertThat(failed.text()).contains("400");
    }

    @Test
    void a_command_without_the_model_is_answered_with_what_it_puts_out() throws Exception {
        ask(Prompt.of("say hello"));
        Prompt command = Prompt.of("/cost");
        TurnResult result = ask(command);

        assertFate(command, new PromptFate.Answered(result.text()));
        assertThat(result.text()).isNotEmpty();
    }

    @Test
    void the_report_of_a_background_task_is_not_the_answer() throws Exception {
        Prompt prompt = Prompt.of("tool Bash {\"command\":\"sleep 0.5\",\"run_in_background\":true} ;; say started it");
        ask(prompt);
        Path file = Transcripts.of(environment())
                .find(claude.sessionId())
                .orElseThrow()
                .file();
        await().atMost(PATIENCE).until(() -> Files.readString(file).contains("\"kind\":\"task-notification\""));

        assertFate(prompt, new PromptFate.Answered("started it"));
    }
}
