package io.github.claudebridge.telegram.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Documents as a chat model might write them, in any mixture. The same seed gives the same document. */
final class RandomMarkdown {

    private static final List<String> DECORATIONS = List.of(
            "**%s**",
            "*%s*",
            "__%s__",
            "~~%s~~",
            "***%s***",
            "[%s](https://e.com/a_b)",
            "[%s](./src/a.java)",
            "![%s](https://e.com/i.png)");
    private static final List<String> LITERALS = List.of(
            "<b>",
            "List<String>",
            "&amp;",
            "\\*",
            "2 * 3",
            "a_b_c",
            "$5",
            "👨‍👩‍👧‍👦",
            "😀",
            "中文",
            "שלום",
            "e\u0301",
            "<br>",
            "#1",
            "1.",
            "https://e.com/x_y_z");
    private static final List<String> NOISE = List.of(
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "~~",
            "[",
            "](",
            ")",
            "<",
            ">",
            "|",
            "\n",
            "\n\n",
            "    ",
            "\t",
            "\u0000",
            "\u0007",
            "\r",
            "\u202E",
            "\uD800",
            "\uDC00",
            "&#8232;",
            "😀",
            "$",
            "\\",
            "![",
            "> ",
            "- ",
            "1. ",
            "# ",
            "|---|",
            "[^1]",
            "<!--",
            "\uFEFF",
            "\u200D",
            "&#xD83D;",
            "&#xDE00;",
            "&#0;",
            "&#x2028;",
            "&#x30A;",
            "&",
            "]",
            "(",
            "{",
            "}",
            "$$",
            "\\(",
            "\\)",
            "\\[",
            "\\]",
            "\\sqrt",
            "\\frac{",
            "^{",
            "~~~\n",
            "\n---\n",
            "\u030A",
            "\u0333",
            "\u1680",
            "<br>",
            "：",
            "中**");

    private static final Pattern WORD = Pattern.compile("w\\d+q[a-z]");

    private final Random random;
    private final List<String> tokens = new ArrayList<>();
    private int words;

    private RandomMarkdown(long seed) {
        random = new Random(seed);
    }

    /** A well-formed document and what a reader must find in it. */
    static Sample wellFormed(long seed) {
        RandomMarkdown author = new RandomMarkdown(seed);
        String markdown = author.blocks(1 + author.random.nextInt(8), 0);
        return new Sample(markdown, author.tokens);
    }

    /** A document with anything put in anywhere. */
    static String damaged(long seed) {
        RandomMarkdown author = new RandomMarkdown(seed);
        StringBuilder text = new StringBuilder(author.blocks(1 + author.random.nextInt(5), 0));
        for (int i = author.random.nextInt(20); i > 0; i--) {
            text.insert(author.random.nextInt(text.length() + 1), author.pick(NOISE));
        }
        return text.toString();
    }

    private String blocks(int count, int depth) {
        return IntStream.range(0, count).mapToObj(i -> block(depth)).collect(Collectors.joining("\n\n"));
    }

    private String block(int depth) {
        int kinds = depth > 2 ? 7 : 11;
        return switch (random.nextInt(kinds)) {
            case 0, 1 -> lines(1 + random.nextInt(4));
            case 2 -> "#".repeat(1 + random.nextInt(6)) + " " + inline(3);
            case 3 -> code();
            case 4 -> table();
            case 5 -> "***";
            case 6 -> random.nextInt(8) == 0 ? longParagraph() : lines(1);
            case 7 -> prefixed("> ", "> ", blocks(1 + random.nextInt(3), depth + 1));
            case 8 -> list("1. ", depth);
            case 9 -> list(random.nextBoolean() ? "- [ ] " : "- ", depth);
            default -> list("* ", depth);
        };
    }

    private String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> word() + " " + inline(1 + random.nextInt(8)))
                .collect(Collectors.joining("\n"));
    }

    private String longParagraph() {
        return IntStream.range(0, 300 + random.nextInt(900))
                .mapToObj(i -> word())
                .collect(Collectors.joining(" "));
    }

    private String list(String marker, int depth) {
        String gap = random.nextInt(4) == 0 ? "\n\n" : "\n";
        String indent = " ".repeat(marker.startsWith("-") ? 2 : marker.length());
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> prefixed(
                        marker,
                        indent,
                        word() + " " + inline(3) + (random.nextInt(4) == 0 ? "\n\n" + block(depth + 1) : "")))
                .collect(Collectors.joining(gap));
    }

    private static String prefixed(String first, String others, String text) {
        return first + text.replace("\n", "\n" + others);
    }

    private String code() {
        String language = pick(List.of("", "java", "python", "c++"));
        String body = IntStream.range(0, random.nextInt(random.nextInt(30) == 0 ? 300 : 8))
                .mapToObj(i -> " ".repeat(random.nextInt(3) * 2) + word() + " = '**x** <y>';"
                        + (random.nextInt(6) == 0 ? "\n" : ""))
                .collect(Collectors.joining("\n"));
        return "```" + language + "\n" + body + "\n```";
    }

    private String table() {
        int columns = 1 + random.nextInt(5);
        StringBuilder table = new StringBuilder(row(columns))
                .append('\n')
                .append("|---".repeat(columns))
                .append("|");
        for (int i = random.nextInt(6); i > 0; i--) {
            table.append('\n').append(row(columns));
        }
        return table.toString();
    }

    private String row(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(i -> random.nextInt(3) == 0 ? inline(2) : word())
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String inline(int pieces) {
        return IntStream.range(0, pieces).mapToObj(i -> piece()).collect(Collectors.joining(" "));
    }

    private String piece() {
        return switch (random.nextInt(9)) {
            case 0 -> pick(LITERALS);
            case 1 -> "`" + word() + "`";
            case 2 -> pick(DECORATIONS).formatted(random.nextBoolean() ? word() : exact());
            case 3 -> pick(DECORATIONS).formatted(word() + " `" + word() + "` " + word());
            case 4 -> exact();
            default -> word();
        };
    }

    private String word() {
        String word = nextWord();
        tokens.add(word);
        return word;
    }

    private String exact() {
        ExactPieces.Piece piece = ExactPieces.ALL.get(random.nextInt(ExactPieces.ALL.size()));
        String word = nextWord();
        tokens.add(piece.shown().formatted(word));
        return piece.markdown().formatted(word);
    }

    private String nextWord() {
        return "w" + words++ + "q" + (char) ('a' + random.nextInt(26));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * A document with what is known of it.
     *
     * @param markdown the document
     * @param tokens what a reader must find, each without spaces in it and at least once, about in this order
     */
    record Sample(String markdown, List<String> tokens) {

        /** The same document, of which only the words must be found: how the marks around them are shown is left to a renderer. */
        Sample wordsOnly() {
            return new Sample(
                    markdown,
                    tokens.stream()
                            .flatMap(token -> WORD.matcher(token).results())
                            .map(MatchResult::group)
                            .toList());
        }

        /** The first of the tokens that a reader of these texts does not find, or null. */
        @Nullable String lost(List<String> texts) {
            String shown = String.join("\n", texts);
            int position = 0;
            for (String token : tokens) {
                int found = shown.indexOf(token, position);
                found = found < 0 ? shown.indexOf(token) : found;
                if (found < 0) {
                    return token;
                }
                position = found;
            }
            return null;
        }
    }
}
