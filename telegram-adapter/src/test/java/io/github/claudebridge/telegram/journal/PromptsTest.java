package io.github.claudebridge.telegram.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.journal.StoredPrompt.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_prompt_has_one_id_for_its_key_also_after_a_restart() {
        StoredPrompt first;
        try (Journal journal = open(NOON)) {
            first = journal.prompts().accept("update/1", "work", 7, 3, "hello");
            assertThat(first.state()).isEqualTo(State.QUEUED);
        }
        try (Journal journal = open(NOON)) {
            assertThat(journal.prompts().accept("update/1", "other", 8, 0, "something else"))
                    .isEqualTo(first);
            assertThat(journal.prompts().ofId(first.id())).contains(first);
        }
    }

    @Test
    void it_goes_from_queued_to_sent_to_asked_to_done_and_never_back() {
        UUID session = UUID.randomUUID();
        try (Journal journal = open(NOON)) {
            Prompts prompts = journal.prompts();
            UUID id = prompts.accept("update/1", "work", 7, 0, "hello").id();
            prompts.sent(id, session);
            assertThat(prompts.ofId(id).orElseThrow())
                    .isEqualTo(new StoredPrompt(
                            id, "update/1", "work", 7, 0, "hello", State.SENT, session, part("hello")));
            prompts.asked(id);
            assertThat(prompts.ofId(id).orElseThrow().state()).isEqualTo(State.ASKED);
            prompts.done(id);
            prompts.sent(id, session);
            prompts.asked(id);
            assertThat(prompts.ofId(id).orElseThrow())
                    .isEqualTo(new StoredPrompt(id, "update/1", "work", 7, 0, "", State.DONE, session, part("")));
        }
    }

    private static List<PromptPart> part(String text) {
        return List.of(new PromptPart("update/1", 0, 0, text));
    }

    private Journal open(Instant now) {
        return Journal.open(folder.resolve("journal.db"), Clock.fixed(now, ZoneOffset.UTC));
    }
}
