package io.github.claudebridge.process.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();

    private LineSplitter splitter(int maxBytes) {
        return new LineSplitter(maxBytes, new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                lines.add(new String(buffer, offset, length, StandardCharsets.UTF_8));
            }

            @Override
            public void tooLong(byte[] head, long length) {
                lines.add("too long: " + length + " " + new String(head, StandardCharsets.UTF_8));
            }
        });
    }

    private static void feed(LineSplitter splitter, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        splitter.feed(bytes, 0, bytes.length);
    }

    @Test
    void cuts_at_newlines_and_drops_a_carriage_return_before_them() {
        LineSplitter splitter = splitter(100);
        feed(splitter, "one\ntwo\r\n\nfour");
        assertThat(lines).containsExactly("one", "two", "");
        splitter.end();
        assertThat(lines).containsExactly("one", "two", "", "four");
    }

    @Test
    void does_not_cut_at_other_separators() {
        LineSplitter splitter = splitter(100);
        feed(splitter, "a\u2028b\u2029c\u0085d\re\n");
        assertThat(lines).containsExactly("a\u2028b\u2029c\u0085d\re");
    }

    @Test
    void finds_the_same_lines_however_the_bytes_arrive() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            List<String> expected = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                String line = "é€😀x".repeat(random.nextInt(i % 5 == 0 ? 30_000 : 40));
                expected.add(line);
                text.append(line).append('\n');
            }
            lines.clear();
            feedInPieces(splitter(1 << 20), text.toString().getBytes(StandardCharsets.UTF_8), random);
            assertThat(lines).as("seed %d round %d", seed, round).isEqualTo(expected);
        }
    }

    private static void feedInPieces(LineSplitter splitter, byte[] bytes, SplittableRandom random) {
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(1 + random.nextInt(70_000), bytes.length - at);
            splitter.feed(bytes, at, length);
            at += length;
        }
        splitter.end();
    }

    @Test
    void skips_a_line_beyond_the_limit_and_reads_the_next_one() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            lines.clear();
            byte[] bytes =
                    ("ok\n" + "x".repeat(1000) + "\n" + "y".repeat(500) + "\nend\n").getBytes(StandardCharsets.UTF_8);
            feedInPieces(splitter(500), bytes, random);
            assertThat(lines).as("seed %d round %d", seed, round).hasSize(4);
            assertThat(lines.get(1)).startsWith("too long: 1000 xxx");
            assertThat(lines.get(2)).isEqualTo("y".repeat(500));
            assertThat(lines.get(3)).isEqualTo("end");
        }
    }

    @Test
    void reports_a_line_beyond_the_limit_that_the_end_cuts_off() {
        LineSplitter splitter = splitter(3);
        feed(splitter, "abcdef");
        splitter.end();
        assertThat(lines).containsExactly("too long: 6 abcdef");
    }

    @Test
    void passes_a_line_of_64_mebibytes() {
        List<Integer> lengths = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(LineSplitter.DEFAULT_MAX_BYTES, new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                lengths.add(length);
            }

            @Override
            public void tooLong(byte[] head, long length) {
                lengths.add(-1);
            }
        });
        byte[] chunk = new byte[1 << 20];
        for (int i = 0; i < 64; i++) {
            splitter.feed(chunk, 0, chunk.length);
        }
        feed(splitter, "\nx\n");
        assertThat(lengths).containsExactly(64 << 20, 1);
    }

    @Test
    void refuses_a_limit_below_one() {
        assertThatThrownBy(() -> splitter(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
