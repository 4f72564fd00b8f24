package io.github.claudebridge.telegram.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.text.TextField;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Compares this renderer with another converter on the same documents: {@code corpus FILE} writes them, {@code judge FILE} lets the strict server judge what the
 * other made of them and prints both results. The commands are in {@code docs/performance.md}.
 */
final class ComparisonMain {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ComparisonMain() {}

    public static void main(String[] args) throws IOException {
        List<RandomMarkdown.Sample> samples =
                LongStream.range(0, 300).mapToObj(RandomMarkdown::wellFormed).toList();
        Path file = Path.of(args[1]);
        if (args[0].equals("corpus")) {
            ArrayNode corpus = MAPPER.createArrayNode();
            samples.forEach(sample -> corpus.add(sample.markdown()));
            MAPPER.writeValue(file.toFile(), corpus);
        } else {
            System.out.println("other: " + judgeOther(samples, MAPPER.readTree(file.toFile())));
            System.out.println("this:  " + judgeThis(samples));
        }
    }

    private static Verdict judgeOther(List<RandomMarkdown.Sample> samples, JsonNode converted) {
        Verdict verdict = new Verdict();
        verdict.milliseconds = converted.get("milliseconds").asDouble();
        for (int i = 0; i < samples.size(); i++) {
            String text = converted.get("texts").get(i).asText("");
            verdict.add(samples.get(i), List.of(send(text, "MarkdownV2")));
        }
        return verdict;
    }

    private static Verdict judgeThis(List<RandomMarkdown.Sample> samples) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        samples.forEach(sample -> renderer.render(sample.markdown()));
        Duration spent = ProcessorTime.of(() -> samples.forEach(sample -> renderer.render(sample.markdown())));
        Verdict verdict = new Verdict();
        verdict.milliseconds = spent.toNanos() / 1e6;
        for (RandomMarkdown.Sample sample : samples) {
            List<RenderedMessage> messages = renderer.render(sample.markdown());
            List<String> complaints = StrictServer.complaints(messages);
            verdict.add(
                    sample,
                    complaints.isEmpty()
                            ? messages.stream().map(RenderedMessage::text).toList()
                            : List.of(""));
        }
        return verdict;
    }

    /** What arrives; empty where the server refuses it. */
    private static String send(String text, String parseMode) {
        try {
            return TextPipeline.read(text, parseMode, List::of, TextField.TEXT, lint -> {})
                    .text();
        } catch (ApiError refusal) {
            return "";
        }
    }

    /** What became of all documents. */
    private static final class Verdict {
        private int refused;
        private int incomplete;
        private double milliseconds;

        void add(RandomMarkdown.Sample sample, List<String> arrived) {
            if (arrived.stream().anyMatch(String::isEmpty)) {
                refused++;
                return;
            }
            incomplete += sample.wordsOnly().lost(arrived) == null ? 0 : 1;
        }

        @Override
        public String toString() {
            return "%d refused, %d with words lost, %.0f ms".formatted(refused, incomplete, milliseconds);
        }
    }
}
