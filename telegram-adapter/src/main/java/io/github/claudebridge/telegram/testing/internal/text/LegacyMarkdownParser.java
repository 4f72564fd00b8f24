package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;

/** Reads the old Markdown parse mode: nothing nests, four marks. One instance reads one text. */
final class LegacyMarkdownParser {

    private static final String MARKS = "_*`[";

    private final Utf8 input;
    private final MarkupOutput output = new MarkupOutput();
    private int at;

    LegacyMarkdownParser(String text) {
        this.input = new Utf8(text);
    }

    FormattedText parse() {
        while (!input.isEnd(at)) {
            byte b = input.at(at);
            if (b == '\\' && isMark(input.at(at + 1))) {
                output.add(input.at(at + 1));
                at += 2;
            } else if (isMark(b)) {
                readEntity();
            } else {
                output.add(b);
                at++;
            }
        }
        return new FormattedText(output.text(), output.entities());
    }

    private void readEntity() {
        int begin = at;
        boolean pre = input.startsWith("```", at);
        String end = pre ? "```" : input.at(at) == '[' ? "]" : Character.toString(input.at(at));
        at += pre ? 3 : 1;
        String language = pre ? readLanguage() : "";
        int offset = output.length();
        while (!input.isEnd(at) && !input.startsWith(end, at)) {
            output.add(input.at(at++));
        }
        if (input.isEnd(at)) {
            throw MarkupError.at("Can't find end of the entity starting", begin);
        }
        at += end.length();
        int length = output.length() - offset;
        if (end.equals("]")) {
            readLink(offset, length);
        } else if (length > 0) {
            output.add(new TextEntity(pre ? "pre" : type(end), offset, length, language));
        }
    }

    private String readLanguage() {
        int end = at;
        while (!input.isSpace(end) && input.at(end) != '`') {
            end++;
        }
        boolean named = end > at && !input.isEnd(end) && input.at(end) != '`';
        String language = named ? input.slice(at, end) : "";
        at = named ? end : at;
        if (input.at(at) == '\n') {
            at++;
        }
        return language;
    }

    private void readLink(int offset, int length) {
        if (input.at(at) != '(') {
            return;
        }
        int begin = at + 1;
        int end = begin;
        while (!input.isEnd(end) && input.at(end) != ')') {
            end++;
        }
        at = Math.min(end + 1, input.length());
        if (length > 0) {
            Links.checked(input.slice(begin, end))
                    .ifPresent(url -> output.add(new TextEntity("text_link", offset, length, url)));
        }
    }

    private static String type(String mark) {
        return switch (mark) {
            case "_" -> "italic";
            case "*" -> "bold";
            default -> "code";
        };
    }

    private static boolean isMark(byte b) {
        return b > 0 && MARKS.indexOf(b) >= 0;
    }
}
