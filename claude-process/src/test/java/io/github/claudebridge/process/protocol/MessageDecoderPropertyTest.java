package io.github.claudebridge.process.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.support.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a message is written, with whatever beside it, it is read as what it says. */
class MessageDecoderPropertyTest {

    private static final int LINES_PER_SEED = 100;
    private static final RecursiveComparisonConfiguration BY_MEANING = RecursiveComparisonConfiguration.builder()
            .withStrictTypeChecking(true)
            .withEqualsForType((one, other) -> one.toMap().equals(other.toMap()), Json.class)
            .build();

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reads_what_was_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomMessages messages = new RandomMessages(random);
        RandomJson json = new RandomJson(random);
        for (int i = 0; i < LINES_PER_SEED; i++) {
            RandomMessages.Sample sample = messages.next();
            String line = json.write(shuffled(sample.line(), random));

            assertThat(decode(line))
                    .as("seed %d: %s", seed, line)
                    .usingRecursiveComparison(BY_MEANING)
                    .isEqualTo(new ArrayList<>(sample.messages()));
        }
    }

    private static Map<String, @Nullable Object> shuffled(Map<String, @Nullable Object> line, SplittableRandom random) {
        List<String> keys = new ArrayList<>(line.keySet());
        Collections.shuffle(keys, new Random(random.nextLong()));
        Map<String, @Nullable Object> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, line.get(key)));
        return shuffled;
    }

    private static List<Message> decode(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        List<Message> messages = new ArrayList<>();
        new MessageDecoder().decode(bytes, 0, bytes.length, messages::add);
        return messages;
    }
}
