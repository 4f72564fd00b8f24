package io.github.claudebridge.telegram.render.internal.math;

import io.github.claudebridge.telegram.render.internal.math.Latex.UnreadableFormula;
import java.text.Normalizer;
import java.util.Set;

/** Reads one formula from its beginning to its end. Not thread-safe. */
final class LatexReader {

    private static final int MAX_DEPTH = 40;
    private static final Set<String> TRANSPARENT = Set.of(
            "text",
            "textbf",
            "textit",
            "textrm",
            "mathrm",
            "mathbf",
            "mathit",
            "mathsf",
            "mathtt",
            "mathcal",
            "operatorname",
            "boxed",
            "mbox");
    private static final Set<String> IGNORED = Set.of(
            "left",
            "right",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "!");

    private final String source;
    private int position;
    private int depth;

    LatexReader(String source) {
        this.source = source;
    }

    String read() throws UnreadableFormula {
        String text = upTo('\0');
        if (position < source.length()) {
            throw new UnreadableFormula("a brace that closes nothing");
        }
        return text;
    }

    /** Everything before the closing character, which is left to be read. */
    private String upTo(char closing) throws UnreadableFormula {
        deeper();
        StringBuilder out = new StringBuilder();
        while (position < source.length() && source.charAt(position) != closing && source.charAt(position) != '}') {
            char c = source.charAt(position);
            if (c == '^' || c == '_') {
                position++;
                out.append(Scripts.write(c, argument()));
            } else {
                append(atom(), out);
            }
        }
        depth--;
        return out.toString();
    }

    /** One space at most between two things. */
    private static void append(String atom, StringBuilder out) {
        boolean spaced =
                out.length() == 0 || out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\n';
        out.append(spaced && atom.equals(" ") ? "" : atom);
    }

    private String argument() throws UnreadableFormula {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
        if (position == source.length()) {
            throw new UnreadableFormula("an argument is missing");
        }
        deeper();
        String argument = atom();
        depth--;
        return argument;
    }

    private void deeper() throws UnreadableFormula {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableFormula("nested too deeply");
        }
    }

    private String atom() throws UnreadableFormula {
        int codePoint = source.codePointAt(position);
        position += Character.charCount(codePoint);
        return switch (codePoint) {
            case '\\' -> command(commandName());
            case '{' -> group('}');
            case '&' -> " ";
            case '~', '\n' -> " ";
            case '\'' -> "′";
            case '-' -> "−";
            default -> Character.toString(codePoint);
        };
    }

    private String group(char closing) throws UnreadableFormula {
        String text = upTo(closing);
        if (position == source.length() || source.charAt(position) != closing) {
            throw new UnreadableFormula("a brace is not closed");
        }
        position++;
        return text;
    }

    private String commandName() throws UnreadableFormula {
        int start = position;
        while (position < source.length() && isLetter(source.charAt(position))) {
            position++;
        }
        if (position == start) {
            if (position == source.length()) {
                throw new UnreadableFormula("ends with a backslash");
            }
            position++;
        }
        return source.substring(start, position);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private String command(String name) throws UnreadableFormula {
        String symbol = LatexSymbols.of(name);
        if (symbol != null) {
            return symbol;
        }
        if (IGNORED.contains(name)) {
            return "";
        }
        if (TRANSPARENT.contains(name)) {
            return name.startsWith("text") || name.equals("mbox") ? rawArgument() : argument();
        }
        String mark = LatexSymbols.mark(name);
        if (mark != null) {
            return Normalizer.normalize(argument() + mark, Normalizer.Form.NFC);
        }
        return switch (name) {
            case "frac", "dfrac", "tfrac" -> Scripts.grouped(argument()) + "/" + Scripts.grouped(argument());
            case "sqrt" -> root();
            case "mathbb" -> LatexSymbols.doubleStruck(argument());
            case "\\" -> "\n";
            case " " -> " ";
            case "_" -> "_";
            default -> throw new UnreadableFormula(name);
        };
    }

    /** Words within a formula, in which spaces count. */
    private String rawArgument() throws UnreadableFormula {
        int close = source.indexOf('}', position);
        if (position == source.length() || source.charAt(position) != '{' || close < 0) {
            throw new UnreadableFormula("text without braces");
        }
        String words = source.substring(position + 1, close);
        position = close + 1;
        if (words.indexOf('{') >= 0 || words.indexOf('\\') >= 0) {
            throw new UnreadableFormula("markup within text");
        }
        return words;
    }

    private String root() throws UnreadableFormula {
        String degree = "";
        if (position < source.length() && source.charAt(position) == '[') {
            position++;
            degree = Scripts.write('^', group(']'));
        }
        return degree + "√" + Scripts.grouped(argument());
    }
}
