package io.github.claudebridge.process.framing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The splitter, fed in any pieces, against a plain one that has the whole stream. */
class LineSplitterFuzzTest {

    private static final int MAX_BYTES = 300;

    @FuzzTest
    void finds_the_lines_that_are_there(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int pieces = 1 + (data[0] & 0x0f);
        byte[] stream = Arrays.copyOfRange(data, 1, data.length);
        assertThat(split(stream, pieces)).isEqualTo(expected(stream));
    }

    private static List<String> split(byte[] stream, int pieceBytes) {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(MAX_BYTES, new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                lines.add(text(buffer, offset, length));
            }

            @Override
            public void tooLong(byte[] head, long length) {
                lines.add(length + ":" + text(head, 0, head.length));
            }
        });
        for (int at = 0; at < stream.length; at += pieceBytes) {
            splitter.feed(stream, at, Math.min(pieceBytes, stream.length - at));
        }
        splitter.end();
        return lines;
    }

    private static List<String> expected(byte[] stream) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < stream.length; i++) {
            if (stream[i] == '\n') {
                lines.add(expectedLine(stream, from, i - from));
                from = i + 1;
            }
        }
        if (from < stream.length) {
            lines.add(expectedLine(stream, from, stream.length - from));
        }
        return lines;
    }

    private static String expectedLine(byte[] stream, int from, int length) {
        if (length > MAX_BYTES) {
            return length + ":" + text(stream, from, Math.min(length, 256));
        }
        String line = text(stream, from, length);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
}
