package io.github.claudebridge.process.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private final List<String> seen = new ArrayList<>();

    private LineReader reader(String text) {
        LineSink sink = new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                String line = new String(buffer, offset, length, StandardCharsets.UTF_8);
                seen.add(line.substring(0, 1));
                if (line.startsWith("!")) {
                    throw new OutOfMemoryError(line.substring(0, 1));
                }
            }

            @Override
            public void tooLong(byte[] head, long length) {
                seen.add("too long");
            }
        };
        return new LineReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new LineSplitter(1 << 20, sink),
                () -> seen.add("end"));
    }

    @Test
    void tells_the_end_of_the_stream_once_after_the_last_line() {
        reader("a\nb").run();
        assertThat(seen).containsExactly("a", "b", "end");
    }

    @Test
    void tells_the_end_whatever_the_sink_throws_and_passes_no_line_twice() {
        for (String text : List.of("!", "!\n", "!" + "x".repeat(200_000) + "\nrest")) {
            seen.clear();
            LineReader reader = reader(text);
            assertThatThrownBy(reader::run).isInstanceOf(OutOfMemoryError.class);
            assertThat(seen).as("%d characters", text.length()).containsExactly("!", "end");
        }
    }
}
