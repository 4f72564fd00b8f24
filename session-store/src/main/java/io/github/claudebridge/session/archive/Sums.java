package io.github.claudebridge.session.archive;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The lines of {@code SHA256SUMS}, and their sum, which does not depend on their order: an archive that was unpacked and
 * packed again by hand has other neighbours, but the same files. Not thread-safe.
 */
final class Sums {

    /** Lines about what is not in the archive; {@code sha256sum} takes them for comments. */
    static final String LEFT_OUT = "# left out: ";

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest = Sha256.digest();
    private BigInteger sum = BigInteger.ZERO;
    private long count;

    /** The line of a file, as {@code sha256sum} writes it, without its newline. */
    static String line(String path, byte[] digest) {
        String escaped = escape(path);
        return (escaped.equals(path) ? "" : "\\") + HexFormat.of().formatHex(digest) + "  " + escaped;
    }

    /** The line of a link. */
    static String link(String path, String target) {
        return "# link: " + escape(path) + " -> " + escape(target);
    }

    /** The line of something that is not in the archive. */
    static String leftOut(String path, String why) {
        return LEFT_OUT + escape(path) + " (" + escape(why) + ")";
    }

    void add(String line) {
        if (!line.startsWith(LEFT_OUT)) {
            byte[] hash = digest.digest(line.getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
            count++;
        }
    }

    boolean sameAs(Sums other) {
        return count == other.count && sum.equals(other.sum);
    }

    long count() {
        return count;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
