package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.ScriptedCli;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScriptAnswerTest {

    private final ScriptedCli cli = new ScriptedCli();

    private CompletableFuture<String> ask() {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> Claude.ask(
                "go", builder -> builder.transport(cli).directory(Path.of("/")).limits(Conversations.LIMITS)));
        cli.nextPrompt();
        return answer.orTimeout(20, TimeUnit.SECONDS);
    }

    @Test
    void is_the_text_of_a_turn_that_is_complete() {
        CompletableFuture<String> answer = ask();
        cli.say(CliLines.result(new UUID(1, 1), "all of it").text());
        assertThat(answer.join()).isEqualTo("all of it");
    }

    @Test
    void is_never_a_part_of_one_whatever_the_cli_calls_it() {
        CompletableFuture<String> answer = ask();
        cli.say(CliLines.streamMark("message_start"));
        cli.say(CliLines.result(new UUID(1, 1), "half of").text());
        assertThatThrownBy(answer::join)
                .hasCauseInstanceOf(ClaudeException.class)
                .cause()
                .satisfies(failure -> assertThat(((ClaudeException) failure).error())
                        .isEqualTo(new ClaudeError.NoAnswer("cut off", "half of")));
    }
}
