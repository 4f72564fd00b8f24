package io.github.claudebridge.telegram.render.internal.math;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commands that stand for one character or word; they are listed in {@code latex-symbols.txt}. */
final class LatexSymbols {

    private static final Map<String, String> SYMBOLS = load();
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("hat", "\u0302"),
            Map.entry("widehat", "\u0302"),
            Map.entry("bar", "\u0304"),
            Map.entry("overline", "\u0304"),
            Map.entry("tilde", "\u0303"),
            Map.entry("dot", "\u0307"),
            Map.entry("ddot", "\u0308"),
            Map.entry("vec", "\u20D7"));
    private static final String LETTERS = "CHNPQRZ";
    private static final String DOUBLE_STRUCK = "ℂℍℕℙℚℝℤ";

    private LatexSymbols() {}

    static @Nullable String of(String command) {
        return SYMBOLS.get(command);
    }

    /** The combining character that an accent puts on what follows. */
    static @Nullable String mark(String command) {
        return MARKS.get(command);
    }

    static String doubleStruck(String letter) {
        int index = letter.length() == 1 ? LETTERS.indexOf(letter) : -1;
        return index < 0 ? letter : DOUBLE_STRUCK.substring(index, index + 1);
    }

    /** Each line has pairs of a command and what it is shown as; an underscore there is a space. */
    private static Map<String, String> load() {
        try (InputStream in = LatexSymbols.class.getResourceAsStream("latex-symbols.txt")) {
            if (in == null) {
                throw new IllegalStateException("latex-symbols.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .flatMap(line -> Arrays.stream(line.split("  +")))
                    .map(pair -> pair.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1].replace('_', ' ')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
