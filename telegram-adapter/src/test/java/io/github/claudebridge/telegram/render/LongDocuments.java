package io.github.claudebridge.telegram.render;

import java.util.LinkedHashMap;
import java.util.Map;

/** Long documents of every shape that an answer may have, most of them one single block. */
final class LongDocuments {

    private static final String MIXED = """
            # Heading with `code`

            Some text with **bold words**, *italic* and a [link](https://example.com/path_x) plus `inline code` in it, going on for a while.
            A second line of it.

            - item one with **lead**: text
            - item two
              - nested item
            - item three

            ```java
            int x = 0;
            for (int i = 0; i < 10; i++) {
                x += i;
            }
            ```

            | Name | Value |
            |---|---|
            | a | 1 |
            | b | 22 |

            > a quote of *some* kind

            1. first
            2. second

            See https://example.com/a_b_c for more.

            """;
    private static final String SENTENCE =
            "Prose with **bold words**, *italic* and `inline code` in it, going on for a while and then some more. ";
    private static final String CODE = "int x = 0;\nfor (int i = 0; i < 10; i++) {\n    x += i;\n}\n";

    private LongDocuments() {}

    /** The documents by the name of their shape, each cut off at this many characters. */
    static Map<String, String> ofLength(int length) {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("mixed (headings, lists, tables, code, quotes)", cut("", MIXED, length));
        documents.put("paragraphs", cut("", SENTENCE.repeat(6) + "\n\n", length));
        documents.put("one list", cut("", "- item with **bold** and `code`, of some length\n", length));
        documents.put("one block of code", cut("```java\n", CODE, length));
        documents.put("one table", cut("| a | b |\n|---|---|\n", "| some **cell** | 12 |\n", length));
        documents.put("one wide table", cut("| a | b |\n|---|---|\n", "| " + SENTENCE + " | `12` |\n", length));
        documents.put("one paragraph of lines", cut("", SENTENCE.strip() + "\n", length));
        documents.put("one line", cut("", SENTENCE, length));
        documents.put("one quote", cut("", "> " + SENTENCE + "\n", length));
        documents.put("one block of HTML", cut("<div>\n", "  <p class=\"x\">some text of a page</p>\n", length));
        documents.put("paragraphs, then what they refer to", references(length));
        return documents;
    }

    private static String cut(String start, String unit, int length) {
        return (start + unit.repeat(length / unit.length() + 1)).substring(0, length);
    }

    private static String references(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length * 9 / 10; i++) {
            text.append(SENTENCE.repeat(3)).append("[source ").append(i).append("]\n\n");
        }
        for (int i = 0; text.length() < length; i++) {
            text.append("[source ")
                    .append(i)
                    .append("]: https://example.com/")
                    .append(i)
                    .append('\n');
        }
        return text.substring(0, length);
    }
}
