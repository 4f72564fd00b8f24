package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.internal.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the sums that were computed with the ones in an archive. */
final class SumsCheck {

    private static final int MOST_SHOWN = 1000;

    private final List<String> leftOut = new ArrayList<>();

    /** What the archive says was left out when it was made; at most a thousand. */
    List<String> leftOut() {
        return leftOut;
    }

    /** What does not match; empty when all does. */
    Optional<String> fault(Path computed, Sums computedSums, Path listed) throws IOException {
        Sums listedSums = new Sums();
        String firstDifference = "";
        try (Lines found = new Lines(computed);
                Lines expected = new Lines(listed)) {
            String line;
            while ((line = expected.next()) != null) {
                if (line.startsWith(Sums.LEFT_OUT)) {
                    noteLeftOut(line);
                    continue;
                }
                listedSums.add(line);
                @Nullable String other = found.next();
                if (firstDifference.isEmpty() && !Objects.equals(line, other)) {
                    firstDifference = pathIn(other == null ? line : other);
                }
            }
        }
        if (listedSums.sameAs(computedSums)) {
            return Optional.empty();
        }
        return Optional.of(
                firstDifference.isEmpty()
                        ? "it has entries that are not in SHA256SUMS"
                        : firstDifference + " does not match SHA256SUMS");
    }

    private void noteLeftOut(String line) {
        if (leftOut.size() < MOST_SHOWN) {
            leftOut.add(line.substring(Sums.LEFT_OUT.length()));
        }
    }

    private static String pathIn(String line) {
        int separator = line.indexOf("  ");
        return separator < 0 ? line : line.substring(separator + 2);
    }
}
