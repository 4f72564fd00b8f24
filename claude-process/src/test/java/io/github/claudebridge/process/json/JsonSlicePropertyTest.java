package io.github.claudebridge.process.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.support.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JSON library reads out of a text, slices read too; and what it refuses, they refuse. */
class JsonSlicePropertyTest {

    private static final int DOCUMENTS_PER_SEED = 100;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void slices_hold_what_the_json_library_reads(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomJson json = new RandomJson(random);
        for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
            String text = json.write(json.value(4));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

            assertThat(JsonLibrary.agreesAbout(bytes))
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

            assertThat(JsonLibrary.agreesAbout(bytes))
                    .as("seed %d: %s", seed, new String(bytes, StandardCharsets.UTF_8))
                    .isTrue();
        }
    }

    private static byte damage(SplittableRandom random) {
        String meaningful = "\"\\{}[]:,0-+.eEtfn u";
        return (byte)
                (random.nextBoolean() ? meaningful.charAt(random.nextInt(meaningful.length())) : random.nextInt(256));
    }
}
