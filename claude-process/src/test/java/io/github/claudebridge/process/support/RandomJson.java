package io.github.claudebridge.process.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** JSON made by chance: values of every kind, and every way of writing them. */
public final class RandomJson {

    private static final String LETTERS =
            "aZ 09{}[],:\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0080é\u07ff\u0800日\u2028\ufeff\ufffd";
    private static final String SHORT = "\"\\/\b\f\n\r\t";
    private static final String SHORT_LETTERS = "\"\\/bfnrt";

    private final SplittableRandom random;

    public RandomJson(SplittableRandom random) {
        this.random = random;
    }

    /** A text of up to forty characters, rarely one of thousands. */
    public String text() {
        int length = random.nextInt(random.nextInt(50) == 0 ? 5_000 : 40);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int kind = random.nextInt(12);
            if (kind < 6) {
                text.append("plain words ", 0, random.nextInt(12));
            } else if (kind < 10) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            } else if (kind == 10) {
                text.append("😀");
            } else {
                text.append((char) random.nextInt(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1));
            }
        }
        return text.toString();
    }

    /** A text without halves of surrogate pairs, which the JSON library takes in texts but not in names. */
    private String name() {
        return text().codePoints()
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A value that is nested at most so deep. */
    public @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> random.nextLong(-1_000, 1L << random.nextInt(12, 62));
            case 1 -> random.nextDouble(-1, 1e9);
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> text();
            case 5 -> list(depth - 1);
            default -> object(depth - 1);
        };
    }

    /** An object whose values are nested at most so deep. */
    public Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(name(), value(depth));
        }
        return object;
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }

    /** Writes a value, with spaces and escapes in places where they make no difference. */
    public String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private void write(@Nullable Object value, StringBuilder out) {
        space(out);
        if (value instanceof Map<?, ?> object) {
            out.append('{');
            String comma = "";
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                out.append(comma);
                write(entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                comma = ",";
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            String comma = "";
            for (Object element : list) {
                out.append(comma);
                write(element, out);
                comma = ",";
            }
            out.append(']');
        } else if (value instanceof String text) {
            text(text, out);
        } else {
            out.append(value);
        }
        space(out);
    }

    private void space(StringBuilder out) {
        if (random.nextInt(8) == 0) {
            out.append(" \t\r\n".charAt(random.nextInt(4)));
        }
    }

    private void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean needed = next < ' ' || next == '"' || next == '\\' || Character.isSurrogate(next);
            if (Character.isHighSurrogate(next) && random.nextBoolean() && isPair(text, i)) {
                out.append(text, i, i + 2);
                i++;
            } else if (needed || random.nextInt(20) == 0) {
                escape(next, out);
            } else {
                out.append(next);
            }
        }
        out.append('"');
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private void escape(char character, StringBuilder out) {
        int at = SHORT.indexOf(character);
        if (at >= 0 && random.nextInt(4) > 0) {
            out.append('\\').append(SHORT_LETTERS.charAt(at));
        } else {
            String digits = String.format("%04x", (int) character);
            out.append("\\u").append(random.nextBoolean() ? digits : digits.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
