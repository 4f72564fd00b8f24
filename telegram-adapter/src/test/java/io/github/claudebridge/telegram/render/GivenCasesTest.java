package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Short documents whose only right rendering is written down in {@code rendering/cases.json}. */
class GivenCasesTest {

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    @TestFactory
    Stream<DynamicTest> every_case_renders_as_written_down() throws IOException {
        return cases().map(given -> DynamicTest.dynamicTest(
                given.get("name").asText(),
                () -> assertThat(renderer.render(given.get("markdown").asText()))
                        .containsExactly(expected(given))));
    }

    private static Stream<JsonNode> cases() throws IOException {
        try (InputStream json = GivenCasesTest.class.getResourceAsStream("/rendering/cases.json")) {
            JsonNode cases = new ObjectMapper().readTree(Objects.requireNonNull(json));
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    private static RenderedMessage expected(JsonNode given) {
        List<TextEntity> entities = new ArrayList<>();
        for (JsonNode entity : given.get("entities")) {
            entities.add(new TextEntity(
                    EntityType.valueOf(entity.get("type").asText().toUpperCase(java.util.Locale.ROOT)),
                    entity.get("offset").asInt(),
                    entity.get("length").asInt(),
                    entity.path("url").textValue(),
                    entity.path("language").textValue()));
        }
        return new RenderedMessage(given.get("text").asText(), entities);
    }
}
