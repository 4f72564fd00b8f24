package io.github.claudebridge.telegram.testing.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.testing.TextEntity;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarkupParsersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("accepted")
    void good_markup_becomes_text_and_entities(String mode, String markup, String text, List<String> entities) {
        FormattedText parsed = parse(mode, markup);

        assertThat(parsed.text()).isEqualTo(text);
        assertThat(parsed.entities()).map(MarkupParsersTest::brief).isEqualTo(entities);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void bad_markup_is_refused_in_the_words_of_the_real_server(String mode, String markup, String complaint) {
        assertThatThrownBy(() -> parse(mode, markup)).hasMessage("Bad Request: can't parse entities: " + complaint);
    }

    @Test
    void any_input_is_either_parsed_or_refused_and_entities_lie_inside_the_text() {
        long seed = 20261122;
        Random random = new Random(seed);
        int[] alphabet = "<>/&;=\"' ab_*[]()~`>#|!\\\n\ré😀".codePoints().toArray();
        for (int round = 0; round < 5_000; round++) {
            StringBuilder markup = new StringBuilder();
            random.ints(random.nextInt(24), 0, alphabet.length).forEach(i -> markup.appendCodePoint(alphabet[i]));
            for (String mode : List.of("HTML", "MarkdownV2", "Markdown")) {
                assertSound(mode, markup.toString(), "seed " + seed + ", " + mode + ": " + markup);
            }
        }
    }

    private static void assertSound(String mode, String markup, String what) {
        FormattedText parsed;
        try {
            parsed = parse(mode, markup);
        } catch (ApiError refusal) {
            assertThat(refusal.code()).as(what).isEqualTo(400);
            return;
        }
        int length = parsed.text().length();
        assertThat(parsed.entities()).as(what).allMatch(entity -> entity.length() > 0 && entity.end() <= length);
    }

    private static FormattedText parse(String mode, String markup) {
        return switch (mode) {
            case "HTML" -> new HtmlParser(markup).parse();
            case "Markdown" -> new LegacyMarkdownParser(markup).parse();
            default -> new MarkdownV2Parser(markup).parse();
        };
    }

    private static String brief(TextEntity entity) {
        String place = entity.type() + " " + entity.offset() + "+" + entity.length();
        return entity.argument().isEmpty() ? place : place + " " + entity.argument();
    }

    private static Stream<Arguments> accepted() throws IOException {
        return cases("accepted", (mode, each) -> {
            List<String> entities = new ArrayList<>();
            each.path("entities").forEach(entity -> entities.add(entity.asText()));
            return Arguments.of(
                    mode, each.path("markup").asText(), each.path("text").asText(), entities);
        });
    }

    private static Stream<Arguments> refused() throws IOException {
        return cases(
                "refused",
                (mode, each) -> Arguments.of(
                        mode,
                        each.path("markup").asText(),
                        each.path("complaint").asText()));
    }

    private static Stream<Arguments> cases(String group, BiFunction<String, JsonNode, Arguments> reader)
            throws IOException {
        try (InputStream in = MarkupParsersTest.class.getResourceAsStream("/fake-telegram/markup.json")) {
            JsonNode modes = new ObjectMapper().readTree(in);
            List<Arguments> all = new ArrayList<>();
            modes.properties()
                    .forEach(mode ->
                            mode.getValue().path(group).forEach(each -> all.add(reader.apply(mode.getKey(), each))));
            return all.stream();
        }
    }
}
