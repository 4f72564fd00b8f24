package io.github.claudebridge.process.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of the real command line, without the lines that hold its requests. The prompts were numbered; what is expected is what the
 * result of the turn said.
 */
class RecordedTranscriptsTest {

    private static final UUID SESSION = UUID.fromString("5b8a2f4e-3c61-4a7b-9d0e-6f1c2b3a4d5e");

    private static String fate(String version, String file, int prompt) throws IOException {
        return transcript(version, file).fateOf(id(prompt)).toString();
    }

    private static Transcript transcript(String version, String file) {
        return new Transcript(SESSION, Path.of("src/test/resources/transcripts", version, file + ".jsonl"));
    }

    private static UUID id(int prompt) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(prompt));
    }

    @ParameterizedTest(name = "{0}, prompt {1}: {2}")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    several-blocks,               1, Answered[text=second block]
                    several-blocks,               2, Answered[text=end two]
                    several-blocks,               3, Unseen[]
                    interrupted-in-text,          1, Interrupted[text=]
                    interrupted-in-text,          2, Answered[text=answer of R]
                    interrupted-in-tool,          1, Interrupted[text=on it]
                    interrupted-in-tool,          2, Answered[text=answer of R]
                    interrupted-after-tool,       1, Interrupted[text=on it]
                    interrupted-with-one-waiting, 1, Interrupted[text=]
                    interrupted-with-one-waiting, 2, Answered[text=queued one]
                    replaced,                     1, Open[text=]
                    replaced,                     2, Answered[text=now]
                    killed-in-tool,               1, Open[text=on it]
                    killed-in-tool-then-resumed,  1, Open[text=on it]
                    killed-in-tool-then-resumed,  2, Answered[text=answer of R]
                    terminated,                   1, Open[text=on it]
                    max-turns,                    1, Open[text=on it]
                    folded,                       1, Answered[text=end of both]
                    folded,                       2, Answered[text=end of both]
                    folded,                       4, Answered[text=end of both]
                    folded,                       3, Answered[text=other]
                    merged,                       1, Answered[text=slow reply]
                    merged,                       2, Answered[text=b]
                    merged,                       3, Answered[text=b]
                    compacted,                    1, Answered[text=one]
                    compacted,                    2, Answered[text=Compacted]
                    compacted,                    3, Answered[text=after]
                    compacted-in-turn,            2, Answered[text=two]
                    api-error,                    1, "Failed[text=, error=API Error: 400 fake invalid_request_error (400)]"
                    api-error,                    2, Answered[text=next]
                    api-error-after-tool,         1, "Failed[text=on it, error=API Error: 400 fake invalid_request_error (400)]"
                    local-command,                2, Answered[text=hi]
                    background-task,              1, Answered[text=started it]
                    subagent,                     1, Answered[text=done main]
                    thought-only,                 1, Open[text=first]
                    """)
    void tells_what_became_of_a_prompt(String file, int prompt, String expected) throws Exception {
        assertThat(fate("2.1.330", file, prompt)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}, prompt {2}: turn of {3}")
    @CsvSource({
        "2.1.330, folded, 1, 1",
        "2.1.330, folded, 2, 1",
        "2.1.330, folded, 4, 1",
        "2.1.330, folded, 3, 3",
        "2.1.330, merged, 1, 1",
        "2.1.330, merged, 2, 2",
        "2.1.330, merged, 3, 2",
        "2.1.330, killed-in-tool-then-resumed, 2, 2"
    })
    void tells_in_whose_turn_a_prompt_was_answered(String version, String file, int prompt, int first)
            throws Exception {
        assertThat(transcript(version, file).turnOf(id(prompt))).contains(id(first));
    }

    @Test
    void a_prompt_that_is_nowhere_was_in_no_turn() throws Exception {
        assertThat(transcript("2.1.330", "several-blocks").turnOf(id(3))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, prompt {1}: {2}")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    compacted-in-turn, 1, Answered[text=You said: This session is being continued
                    refused,           1, Answered[text=You said: Your response above was stopped
                    stop-hook,         1, Answered[text=You said: Stop hook feedback:
                    local-command,     1, Answered[text=Estimated cost:
                    too-long,          1, "Failed[text=, error=API Error: Claude's response exceeded"
                    """)
    void takes_the_last_word_of_a_turn_that_went_on(String file, int prompt, String beginning) throws Exception {
        assertThat(fate("2.1.330", file, prompt)).startsWith(beginning);
    }

    @ParameterizedTest(name = "{0}, prompt {1}: {2}")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    several-blocks,              1, Answered[text=second block]
                    several-blocks,              2, Answered[text=end two]
                    interrupted-in-text,         1, Interrupted[text=]
                    interrupted-in-text,         2, Answered[text=answer of R]
                    interrupted-in-tool,         1, Interrupted[text=on it]
                    killed-in-tool-then-resumed, 1, Open[text=on it]
                    killed-in-tool-then-resumed, 2, Answered[text=answer of R]
                    folded,                      1, Answered[text=end of both]
                    folded,                      2, Answered[text=end of both]
                    api-error,                   1, "Failed[text=, error=API Error: 400 fake invalid_request_error (400)]"
                    api-error,                   2, Answered[text=next]
                    background-task,             1, Answered[text=started it]
                    """)
    void tells_it_of_the_oldest_version_too(String file, int prompt, String expected) throws Exception {
        assertThat(fate("2.1.197", file, prompt)).isEqualTo(expected);
    }
}
