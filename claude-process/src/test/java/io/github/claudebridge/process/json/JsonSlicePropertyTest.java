package io.github.claudebridge.process.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.process.support.RandomJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JSON library reads out of a text, slices read too; and what it refuses, they refuse. */
class JsonSlicePropertyTest {

    private static final int DOCUMENTS_PER_SEED = 100;
    private static final ObjectMapper LIBRARY =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void slices_hold_what_the_json_library_reads(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        RandomJson json = new RandomJson(random);
        for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
            String text = json.write(json.value(4));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

            JsonSlice slice = JsonSlice.of(bytes, 0, bytes.length);

            assertThat(same(slice, LIBRARY.readTree(text)))
                    .as("seed %d: %s", seed, text)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damaged_texts_are_read_or_refused_alike(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomJson json = new RandomJson(random);
        for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
            byte[] bytes = json.write(json.value(4)).getBytes(StandardCharsets.UTF_8);
            for (int damages = random.nextInt(1, 4); damages > 0; damages--) {
                bytes[random.nextInt(bytes.length)] = damage(random);
            }
            Optional<JsonNode> expected = libraryReads(bytes);

            boolean alike = slicesRead(bytes)
                    .map(slice -> expected.isPresent() && same(slice, expected.get()))
                    .orElse(expected.isEmpty());

            assertThat(alike)
                    .as("seed %d: %s", seed, new String(bytes, StandardCharsets.UTF_8))
                    .isTrue();
        }
    }

    private static byte damage(SplittableRandom random) {
        String meaningful = "\"\\{}[]:,0-+.eEtfn u";
        return (byte)
                (random.nextBoolean() ? meaningful.charAt(random.nextInt(meaningful.length())) : random.nextInt(256));
    }

    private static Optional<JsonSlice> slicesRead(byte[] bytes) {
        try {
            return Optional.of(JsonSlice.of(bytes, 0, bytes.length));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> libraryReads(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(LIBRARY.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (CharacterCodingException | JsonProcessingException refused) {
            return Optional.empty();
        }
    }

    private static boolean same(JsonSlice slice, JsonNode node) {
        if (node.isObject()) {
            boolean same = slice.isObject() && slice.members().size() == node.size();
            for (var field : node.properties()) {
                same &= same(slice.at(field.getKey()), field.getValue());
            }
            return same;
        }
        if (node.isArray()) {
            boolean same = slice.isArray() && slice.elements().size() == node.size();
            for (int i = 0; same && i < node.size(); i++) {
                same = same(slice.elements().get(i), node.get(i));
            }
            return same;
        }
        return node.isTextual() ? node.textValue().equals(slice.text()) : sameWord(slice.json(), node);
    }

    private static boolean sameWord(Json json, JsonNode node) {
        return Json.parse(json.text()).text().equals(node.toString());
    }
}
