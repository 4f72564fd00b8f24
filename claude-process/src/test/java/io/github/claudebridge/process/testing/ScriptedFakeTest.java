package io.github.claudebridge.process.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ProcessMode;
import io.github.claudebridge.process.TurnResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedFakeTest {
    @TempDir
    private Path folder;

    private ScriptedFake fake;

    @BeforeEach
    void prepare() throws IOException {
        fake = ScriptedFake.in(folder);
    }

    @AfterEach
    void end() {
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  spaces around  ",
                "a ;; b ++ say c",
                "tool Bash rm",
                "100 % + 1\nnext \uD83D\uDE00",
                "say hi"
            })
    void says_a_text_as_it_is(String text) {
        fake.onPrompt("hi").reply(text);

        assertThat(ask("hi").text()).isEqualTo(text);
    }

    @Test
    void the_last_rule_that_covers_a_prompt_counts() {
        fake.onAnyPrompt().reply("anything");
        fake.onPromptContaining("build").reply("a build");
        fake.onPromptMatching(Pattern.compile("^run \\d+ tests$")).reply("some tests");
        fake.onPrompt("run 3 tests").reply("three tests");

        assertThat(List.of("hello", "build it", "run 12 tests", "run 3 tests"))
                .map(prompt -> ask(prompt).text())
                .containsExactly("anything", "a build", "some tests", "three tests");
    }

    @Test
    void a_rule_may_change_while_a_process_runs() {
        fake.onPrompt("status").reply("red");
        try (ClaudeProcess claude = fake.claudeInMemory().start()) {
            String before = claude.send("status").result().join().text();
            fake.onPrompt("status").reply("green");
            String after = claude.send("status").result().join().text();

            assertThat(List.of(before, after)).containsExactly("red", "green");
        }
    }

    @Test
    void a_script_runs_its_tools_and_then_goes_on() {
        fake.onPrompt("make it").perform("tool Write made.txt content ;; say made");

        TurnResult result;
        try (ClaudeProcess claude = fake.claudeInMemory()
                .options(options -> options.allowedTools("Write"))
                .start()) {
            result = claude.send("make it").result().join();
        }

        assertThat(result.text()).isEqualTo("made");
        assertThat(fake.directory().resolve("made.txt")).hasContent("content");
    }

    @Test
    void keeps_the_prompts_and_the_starts_of_all_its_processes() {
        UUID session = UUID.randomUUID();
        try (ClaudeProcess claude = fake.claude()
                .mode(ProcessMode.PER_TURN)
                .sessionId(session)
                .model("haiku")
                .start()) {
            claude.send("one").result().join();
            claude.send("two\nlines").result().join();
        }

        assertThat(fake.received()).containsExactly("one", "two\nlines");
        assertThat(fake.starts())
                .hasSizeGreaterThan(1)
                .first()
                .satisfies(arguments -> assertThat(arguments).contains("--model", "haiku", session.toString()));
    }

    private TurnResult ask(String prompt) {
        try (ClaudeProcess claude = fake.claudeInMemory().start()) {
            return claude.send(prompt).result().join();
        }
    }
}
