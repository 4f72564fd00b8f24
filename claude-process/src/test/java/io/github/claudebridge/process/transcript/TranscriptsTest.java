package io.github.claudebridge.process.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptsTest {

    private static final UUID SESSION = UUID.fromString("5b8a2f4e-3c61-4a7b-9d0e-6f1c2b3a4d5e");
    private static final UUID PROMPT = UUID.fromString("11111111-2222-4333-8444-555555555555");

    @TempDir
    Path config;

    private Transcripts transcripts;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        transcripts = Transcripts.below(config);
        file = Files.createDirectories(config.resolve("projects/-home-me-work")).resolve(SESSION + ".jsonl");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String prompt(UUID id, String text) {
        return "{\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"" + text + "\"},\"uuid\":\"" + id
                + "\"}";
    }

    private static String answer(String text, String stopReason) {
        return "{\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"" + text
                + "\"}],\"stop_reason\":\"" + stopReason + "\"},\"type\":\"assistant\",\"uuid\":\"a\"}";
    }

    private PromptFate fate() throws IOException {
        return transcripts.find(SESSION).orElseThrow().fateOf(PROMPT);
    }

    @Test
    void finds_no_session_where_there_is_none() throws Exception {
        assertThat(transcripts.find(SESSION)).isEmpty();
        assertThat(Transcripts.below(config.resolve("missing")).find(SESSION)).isEmpty();
    }

    @Test
    void a_prompt_that_is_nowhere_was_not_seen() throws Exception {
        write(prompt(UUID.randomUUID(), "other"), answer("other", "end_turn"));

        assertThat(fate()).isEqualTo(new PromptFate.Unseen());
    }

    @Test
    void a_prompt_with_a_whole_answer_is_answered_with_its_last_text() throws Exception {
        write(prompt(PROMPT, "do"), answer("first", "tool_use"), answer("last", "end_turn"));
        write(prompt(UUID.randomUUID(), "next"), answer("another", "end_turn"));

        assertThat(fate()).isEqualTo(new PromptFate.Answered("last"));
    }

    @Test
    void a_prompt_that_was_cut_off_is_open() throws Exception {
        write(prompt(PROMPT, "do"), answer("on it", "tool_use"), "{\"type\":\"assistant\",\"mess");

        assertThat(fate()).isEqualTo(new PromptFate.Open("on it"));
    }

    @Test
    void a_prompt_that_joined_a_running_turn_counts_as_seen() throws Exception {
        write("{\"type\":\"attachment\",\"attachment\":{\"type\":\"queued_command\",\"source_uuid\":\"" + PROMPT
                + "\"}}");

        assertThat(fate()).isEqualTo(new PromptFate.Open(""));
    }

    @Test
    void what_subagents_and_failed_requests_say_is_no_answer() throws Exception {
        write(
                prompt(PROMPT, "do"),
                answer("sub", "end_turn").replace("\"uuid\"", "\"isSidechain\":true,\"uuid\""),
                answer("API Error", "stop_sequence").replace("\"uuid\"", "\"isApiErrorMessage\":true,\"uuid\""));

        assertThat(fate()).isEqualTo(new PromptFate.Failed("", "API Error"));
    }

    @Test
    void passes_over_lines_that_it_does_not_understand() throws Exception {
        write(
                "",
                "[]",
                "null",
                "{\"type\":\"new-kind\"}",
                "\u0000",
                prompt(PROMPT, "do"),
                "42",
                answer("ok", "end_turn"));

        assertThat(fate()).isEqualTo(new PromptFate.Answered("ok"));
    }

    @Test
    void follows_a_session_as_it_grows_and_waits_for_whole_lines() throws Exception {
        List<String> heard = new ArrayList<>();
        write(prompt(PROMPT, "one"));
        TranscriptReader reader = transcripts.find(SESSION).orElseThrow().reader();
        reader.poll(message -> heard.add(message.text()));
        String line = answer("two", "end_turn");
        Files.writeString(file, line.substring(0, 20), StandardOpenOption.APPEND);
        reader.poll(message -> heard.add(message.text()));
        assertThat(heard).containsExactly("one");
        Files.writeString(file, line.substring(20) + "\n", StandardOpenOption.APPEND);
        reader.poll(message -> heard.add(message.text()));

        assertThat(heard).containsExactly("one", "two");
    }

    @Test
    void a_message_cut_off_before_its_first_text_is_no_answer() throws Exception {
        String thought =
                answer("", "end_turn").replace("\"type\":\"text\",\"text\"", "\"type\":\"thinking\",\"thinking\"");
        write(prompt(PROMPT, "do"), answer("on it", "tool_use").replace("\"id\":\"m\"", "\"id\":\"l\""), thought);

        assertThat(fate()).isEqualTo(new PromptFate.Open("on it"));
    }

    @Test
    void a_prompt_that_the_model_was_told_to_go_on_with_is_open_again() throws Exception {
        write(
                prompt(PROMPT, "do"),
                answer("first", "end_turn"),
                prompt(UUID.randomUUID(), "Stop hook feedback:").replace("\"uuid\"", "\"isMeta\":true,\"uuid\""));

        assertThat(fate()).isEqualTo(new PromptFate.Open("first"));
    }

    @Test
    void a_prompt_that_was_given_to_the_model_again_is_judged_by_the_last_time() throws Exception {
        write(prompt(PROMPT, "do"), answer("first", "tool_use"), prompt(UUID.randomUUID(), "other"));
        write(prompt(PROMPT, "do"), answer("second", "end_turn"));

        assertThat(fate()).isEqualTo(new PromptFate.Answered("second"));
    }

    @Test
    void an_id_that_somebody_speaks_of_is_not_a_prompt_that_was_seen() throws Exception {
        write(prompt(UUID.randomUUID(), "what is " + PROMPT + "?"), answer("an id", "end_turn"));

        assertThat(fate()).isEqualTo(new PromptFate.Unseen());
    }

    @Test
    void a_prompt_that_an_unknown_line_names_counts_as_seen() throws Exception {
        write("{\"type\":\"queue-operation\",\"commandUuid\":\"" + PROMPT + "\"}", answer("other", "end_turn"));

        assertThat(fate()).isEqualTo(new PromptFate.Open(""));
    }

    @Test
    void a_prompt_whose_line_is_torn_after_its_id_counts_as_seen() throws Exception {
        String line = prompt(PROMPT, "do");
        Files.writeString(file, line.substring(0, line.length() - 1));

        assertThat(fate()).isEqualTo(new PromptFate.Open(""));
    }

    @Test
    void a_user_who_quotes_the_words_of_an_interrupt_interrupts_nothing() throws Exception {
        write(prompt(PROMPT, "do"), answer("done", "end_turn"));
        write(prompt(UUID.randomUUID(), "[Request interrupted by user]"), answer("What?", "end_turn"));

        assertThat(fate()).isEqualTo(new PromptFate.Answered("done"));
    }

    @Test
    void goes_on_after_the_message_whose_taker_threw() throws Exception {
        List<String> heard = new ArrayList<>();
        write(prompt(PROMPT, "one"), answer("two", "tool_use"), answer("three", "end_turn"));
        TranscriptReader reader = transcripts.find(SESSION).orElseThrow().reader();
        for (RuntimeException failure : List.of(new NumberFormatException(), new IllegalStateException())) {
            assertThatThrownBy(() -> reader.poll(message -> {
                        heard.add(message.text());
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
        write(prompt(PROMPT, "four"));
        reader.poll(message -> heard.add(message.text()));

        assertThat(heard).containsExactly("one", "two", "three", "four");
    }

    @Test
    void tells_which_lines_are_blocks_of_one_message() throws Exception {
        List<TranscriptMessage> heard = new ArrayList<>();
        write(prompt(PROMPT, "one"), answer("two", "end_turn"), answer("three", "end_turn"));
        transcripts.find(SESSION).orElseThrow().reader().poll(heard::add);

        assertThat(heard).extracting(TranscriptMessage::messageId).containsExactly("", "m", "m");
        assertThat(heard).extracting(TranscriptMessage::closesTurn).containsExactly(false, true, true);
        assertThat(heard.get(2).raw()).isEqualTo(answer("three", "end_turn"));
    }

    @Test
    void relocates_a_session_with_what_lies_beside_it() throws Exception {
        write(prompt(PROMPT, "do"));
        Files.createDirectories(file.resolveSibling(SESSION + "/tool-results"));

        Path moved = transcripts
                .relocate(SESSION, Path.of("/srv/new.place"))
                .orElseThrow()
                .file();

        assertThat(moved)
                .isEqualTo(config.resolve("projects/-srv-new-place/" + SESSION + ".jsonl"))
                .exists();
        assertThat(moved.resolveSibling(SESSION + "/tool-results")).isDirectory();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_session_put_at_the_place_of_a_directory_is_found() throws Exception {
        for (Path directory : List.of(Path.of("/srv/new.place"), Path.of("/srv/" + "deep/".repeat(100)))) {
            UUID id = UUID.randomUUID();
            Transcript place = transcripts.placeFor(id, directory);
            Files.createDirectories(place.file().resolveSibling(""));
            Files.writeString(place.file(), prompt(PROMPT, "do"));

            assertThat(transcripts.find(id)).contains(place);
            assertThat(place.companions()).isEqualTo(place.file().resolveSibling(id.toString()));
        }
    }
}
