package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Documents by chance, the same in every run. Their number is the system property {@code render.documents}; a failure names the seed of its document.
 */
class RandomDocumentsTest {

    private static final long DOCUMENTS = Long.getLong("render.documents", 20_000);

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    @Test
    void well_formed_documents_lose_no_word_and_break_no_rule() {
        seeds(0).forEach(seed -> {
            RandomMarkdown.Sample sample = RandomMarkdown.wellFormed(seed);
            List<RenderedMessage> messages = renderer.render(sample.markdown());
            assertAccepted(seed, messages);
            assertThat(missing(sample.words(), messages))
                    .as("words lost with seed %d", seed)
                    .isEmpty();
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

    /** Every word occurs once in the document, so it is enough that each occurs at all. */
    private static Set<String> missing(List<String> words, List<RenderedMessage> messages) {
        Set<String> missing = new HashSet<>(words);
        for (RenderedMessage message : messages) {
            new StringTokenizer(message.text().replaceAll("[^a-z0-9]", " "))
                    .asIterator()
                    .forEachRemaining(missing::remove);
        }
        return missing;
    }
}
