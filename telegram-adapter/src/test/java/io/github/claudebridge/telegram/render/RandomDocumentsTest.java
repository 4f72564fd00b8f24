package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Documents by chance, the same in every run. Their number is the system property {@code render.documents}; a failure names the seed of its document.
 */
class RandomDocumentsTest {

    private static final long DOCUMENTS = Long.getLong("render.documents", 20_000);

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    @Test
    void well_formed_documents_lose_no_text_and_break_no_rule() {
        seeds(0).forEach(seed -> {
            RandomMarkdown.Sample sample = RandomMarkdown.wellFormed(seed);
            List<RenderedMessage> messages = renderer.render(sample.markdown());
            assertAccepted(seed, messages);
            assertThat(sample.lost(messages.stream().map(RenderedMessage::text).toList()))
                    .as("text lost with seed %d", seed)
                    .isNull();
        });
    }

    @Test
    void damaged_documents_break_no_rule() {
        seeds(DOCUMENTS).forEach(seed -> assertAccepted(seed, renderer.render(RandomMarkdown.damaged(seed))));
    }

    private static LongStream seeds(long first) {
        return LongStream.range(first, first + DOCUMENTS / 2).parallel();
    }

    private static void assertAccepted(long seed, List<RenderedMessage> messages) {
        assertThat(MessageRules.violations(messages))
                .as("rules broken with seed %d", seed)
                .isEmpty();
        assertThat(StrictServer.complaints(messages))
                .as("complaints of the server with seed %d", seed)
                .isEmpty();
    }
}
