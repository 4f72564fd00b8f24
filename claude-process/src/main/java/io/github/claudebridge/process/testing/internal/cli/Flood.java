package io.github.claudebridge.process.testing.internal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A great many bytes, in lines. */
final class Flood {
    private static final int LINE = 100;

    private Flood() {}

    static void write(OutputStream stream, long bytes) throws IOException {
        byte[] line = new byte[LINE];
        Arrays.fill(line, (byte) '#');
        line[LINE - 1] = '\n';
        for (long left = bytes; left > 0; left -= LINE) {
            stream.write(line, 0, (int) Math.min(LINE, left));
        }
        stream.flush();
    }
}
