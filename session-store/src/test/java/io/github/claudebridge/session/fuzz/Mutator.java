package io.github.claudebridge.session.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Changes bytes in the ways that break readers. */
final class Mutator {

    private static final String[] NASTY = {
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\\",
        "\\u0000",
        "\n",
        "\0",
        "-1",
        "0",
        "1e999",
        "1e-999999999",
        "1e9999999999",
        "+999999999-12-31T23:59:59Z",
        "null",
        "true",
        "\"\"",
        "99999999999999999999",
        "../",
        "/",
        "\u00ff",
        "{\"a\":",
        "[[[[[[[[",
        "2026-01-01T00:00:00Z",
        "7777777"
    };

    private final SplittableRandom random;

    Mutator(SplittableRandom random) {
        this.random = random;
    }

    byte[] mutate(byte[] good) {
        byte[] bytes = good.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) {
            return nasty();
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, from);
            case 1 -> Arrays.copyOf(bytes, from);
            case 2 -> joined(Arrays.copyOf(bytes, from), rest(bytes, to));
            case 3 -> joined(Arrays.copyOf(bytes, to), rest(bytes, from));
            case 4 -> joined(Arrays.copyOf(bytes, from), nasty(), rest(bytes, from));
            default -> joined(Arrays.copyOf(bytes, from), nasty(), rest(bytes, to));
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private byte[] nasty() {
        return NASTY[random.nextInt(NASTY.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
