package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ParallelGzipTest {

    @Test
    void whatever_is_written_in_whatever_pieces_comes_back() throws IOException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            byte[] content = content(random, random.nextInt(1_500_000));
            int level = 1 + random.nextInt(9);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new ParallelGzip(packed, level, 1 + random.nextInt(4))) {
                int at = 0;
                while (at < content.length) {
                    int part = Math.min(content.length - at, 1 + random.nextInt(300_000));
                    out.write(content, at, part);
                    at += part;
                }
            }

            assertThat(unpacked(packed.toByteArray()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(content);
        }
    }

    @Test
    void sizes_at_the_borders_of_blocks_come_back() throws IOException {
        int block = 256 << 10;
        for (int size : new int[] {0, 1, block - 1, block, block + 1, 2 * block, 7 * block}) {
            byte[] content = content(new SplittableRandom(size), size);
            assertThat(unpacked(packed(content))).as("size %d", size).isEqualTo(content);
        }
    }

    @Test
    void is_hardly_larger_than_what_one_thread_makes() throws IOException {
        byte[] content = content(new SplittableRandom(7), 8 << 20);
        ByteArrayOutputStream single = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(single)) {
            out.write(content);
        }

        assertThat(packed(content).length).isLessThan((int) (1.02 * single.size()));
    }

    @Test
    void an_error_of_the_target_reaches_the_writer() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> new ParallelGzip(full, 6, 2)).hasMessage("full");
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ParallelGzip(packed, 6, 2)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    /** Words with some noise, so that there is something to find in the window before a block. */
    private static byte[] content(SplittableRandom random, int size) {
        byte[] content = new byte[size];
        int at = 0;
        while (at < size) {
            if (random.nextInt(10) == 0) {
                content[at++] = (byte) random.nextInt(256);
            } else {
                byte[] word = Integer.toHexString(random.nextInt(5_000)).getBytes(StandardCharsets.US_ASCII);
                int part = Math.min(word.length, size - at);
                System.arraycopy(word, 0, content, at, part);
                at += part;
            }
        }
        return content;
    }
}
