package io.github.claudebridge.telegram.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class NearMiss {

    private NearMiss() {}

    /** The word that is nearest to what was written; empty if none is near. */
    static Optional<String> of(String written, Collection<String> words) {
        String wanted = written.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> isNear(wanted, word.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String word) -> distance(wanted, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String written, String word) {
        int most = word.length() < 4 ? 1 : word.length() < 8 ? 2 : 3;
        boolean begun = written.length() >= 3 && word.startsWith(written);
        return begun || (Math.abs(written.length() - word.length()) <= most && distance(written, word) <= most);
    }

    /** How many characters must be put in, taken out, replaced, or swapped with the next. */
    private static int distance(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(least, one, other, i, j);
            }
        }
        return least[one.length()][other.length()];
    }

    private static int step(int[][] least, String one, String other, int i, int j) {
        int replaced = least[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
