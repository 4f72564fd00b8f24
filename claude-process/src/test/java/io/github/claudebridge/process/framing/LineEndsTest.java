package io.github.claudebridge.process.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineEndsTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void are_found_where_looking_at_each_byte_finds_them(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[random.nextInt(1, 60)];
        for (int i = 0; i < bytes.length; i++) {
            // Neighbours of the line feed, and bytes that differ from it in one bit, are the likely mistakes.
            byte[] likely = {'\n', '\n' + 1, '\n' - 1, (byte) 0x8a, 0x0b, (byte) 0xff, 0, 'x'};
            bytes[i] = likely[random.nextInt(likely.length)];
        }
        for (int from = 0; from <= bytes.length; from++) {
            for (int end = from; end <= bytes.length; end++) {
                int expected = from;
                while (expected < end && bytes[expected] != '\n') {
                    expected++;
                }
                assertThat(LineEnds.next(bytes, from, end))
                        .as("from %d to %d with seed %d", from, end, seed)
                        .isEqualTo(expected);
            }
        }
    }
}
