package io.github.claudebridge.telegram.testing.internal.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Reads one start tag with its attributes. One instance reads one tag. */
final class HtmlTagReader {

    /** The tags there are and what they become. */
    static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("a", "text_link"),
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("tg-time", "date_time"),
            Map.entry("pre", "pre"),
            Map.entry("code", "code"),
            Map.entry("blockquote", "blockquote"));

    private final Utf8 input;
    private final int begin;
    private int at;
    private String argument = "";

    HtmlTagReader(Utf8 input, int begin) {
        this.input = input;
        this.begin = begin;
        this.at = begin + 1;
    }

    HtmlTag read() {
        while (!input.isSpace(at) && input.at(at) != '>') {
            at++;
        }
        checkNotEnded();
        String name = input.slice(begin + 1, at).toLowerCase(Locale.ROOT);
        if (!TYPES.containsKey(name)) {
            throw MarkupError.at("Unsupported start tag \"" + name + "\"", begin);
        }
        skipSpace();
        while (input.at(at) != '>') {
            checkNotEnded();
            readAttribute(name);
            skipSpace();
        }
        if (name.equals("span") && !argument.equals("tg-spoiler")) {
            throw MarkupError.at("Tag \"span\" must have class \"tg-spoiler\"", begin);
        }
        return new HtmlTag(name, argument, at + 1);
    }

    private void readAttribute(String tag) {
        int nameBegin = at;
        while (!input.isSpace(at) && input.at(at) != '=' && input.at(at) != '>') {
            at++;
        }
        String name = input.slice(nameBegin, Math.min(at, input.length())).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw MarkupError.at("Empty attribute name in the tag \"" + tag + "\"", begin);
        }
        skipSpace();
        if (input.at(at) != '=') {
            checkNotEnded();
            take(tag, name, "");
            return;
        }
        at++;
        skipSpace();
        checkNotEnded();
        boolean quoted = input.at(at) == '\'' || input.at(at) == '"';
        String value = quoted ? readQuoted() : readNameToken();
        checkNotEnded();
        take(tag, name, value);
    }

    private String readNameToken() {
        int tokenBegin = at;
        while (isNameByte(input.at(at))) {
            at++;
        }
        if (!input.isSpace(at) && input.at(at) != '>') {
            throw MarkupError.at("Unexpected end of name token", tokenBegin);
        }
        return input.slice(tokenBegin, at).toLowerCase(Locale.ROOT);
    }

    private String readQuoted() {
        byte quote = input.at(at++);
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        while (!input.isEnd(at) && input.at(at) != quote) {
            HtmlReference reference = HtmlReference.at(input, at);
            if (reference.codePoint() == 0) {
                value.write(input.at(at++));
            } else {
                value.writeBytes(Character.toString(reference.codePoint()).getBytes(StandardCharsets.UTF_8));
                at = reference.end();
            }
        }
        if (!input.isEnd(at)) {
            at++;
        }
        return value.toString(StandardCharsets.UTF_8);
    }

    private void take(String tag, String name, String value) {
        String language = "language-";
        if (tag.equals("code") && name.equals("class") && value.startsWith(language)) {
            argument = value.substring(language.length());
        } else if (tag.equals("blockquote") && name.equals("expandable")) {
            argument = name;
        } else if (isPlainArgument(tag, name)) {
            argument = value;
        }
    }

    private static boolean isPlainArgument(String tag, String name) {
        return switch (tag) {
            case "a" -> name.equals("href");
            case "span" -> name.equals("class");
            case "tg-emoji" -> name.equals("emoji-id");
            case "tg-time" -> name.equals("unix");
            default -> false;
        };
    }

    private void skipSpace() {
        while (!input.isEnd(at) && input.isSpace(at)) {
            at++;
        }
    }

    private void checkNotEnded() {
        if (input.isEnd(at)) {
            throw MarkupError.at("Unclosed start tag", begin);
        }
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '.' || b == '-';
    }
}
