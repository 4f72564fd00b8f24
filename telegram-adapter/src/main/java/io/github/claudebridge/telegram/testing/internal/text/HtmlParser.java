package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Reads the HTML parse mode. Byte offsets in refusals count the UTF-8 input. One instance reads one text. */
final class HtmlParser {

    private final Utf8 input;
    private final MarkupOutput output = new MarkupOutput();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    HtmlParser(String text) {
        this.input = new Utf8(text);
    }

    FormattedText parse() {
        while (!input.isEnd(at)) {
            byte b = input.at(at);
            if (b == '&') {
                readReference();
            } else if (b != '<') {
                output.add(b);
                at++;
            } else if (input.at(at + 1) == '/') {
                readEndTag();
            } else {
                readStartTag();
            }
        }
        if (!open.isEmpty()) {
            throw MarkupError.of("Can't find end tag corresponding to start tag \""
                    + open.element().tag().name() + "\"");
        }
        return new FormattedText(output.text(), withoutHiddenLanguages(output.entities()));
    }

    private void readReference() {
        HtmlReference reference = HtmlReference.at(input, at);
        if (reference.codePoint() == 0) {
            output.add(input.at(at++));
        } else {
            output.addCodePoint(reference.codePoint());
            at = reference.end();
        }
    }

    private void readStartTag() {
        HtmlTag tag = new HtmlTagReader(input, at).read();
        open.push(new Open(tag, output.length()));
        at = tag.end();
    }

    private void readEndTag() {
        int begin = at;
        if (open.isEmpty()) {
            throw MarkupError.at("Unexpected end tag", begin);
        }
        at += 2;
        while (!input.isSpace(at) && input.at(at) != '>') {
            at++;
        }
        String name = input.slice(begin + 2, Math.min(at, input.length())).toLowerCase(Locale.ROOT);
        while (!input.isEnd(at) && input.isSpace(at)) {
            at++;
        }
        if (input.at(at) != '>') {
            throw MarkupError.at("Unclosed end tag", begin);
        }
        at++;
        close(name, begin);
    }

    private void close(String name, int begin) {
        Open closing = open.pop();
        if (!name.isEmpty() && !name.equals(closing.tag().name())) {
            throw unmatched(closing.tag().name(), name, begin);
        }
        int length = output.length() - closing.offset();
        if (length > 0) {
            addEntity(closing.tag(), closing.offset(), length);
        }
    }

    private void addEntity(HtmlTag tag, int offset, int length) {
        String type = HtmlTagReader.TYPES.getOrDefault(tag.name(), "");
        switch (tag.name()) {
            case "a" -> addLink(tag.argument().isEmpty() ? output.since(offset) : tag.argument(), offset, length);
            case "pre", "code" -> addCode(type, tag.argument(), offset, length);
            case "blockquote" ->
                output.add(TextEntity.of(tag.argument().isEmpty() ? type : "expandable_" + type, offset, length));
            case "tg-time" -> output.add(new TextEntity(type, offset, length, tag.argument()));
            case "tg-emoji" -> {
                // Only bots that own a bought user name may send these; everyone else's become plain text.
            }
            default -> output.add(TextEntity.of(type, offset, length));
        }
    }

    private void addLink(String address, int offset, int length) {
        Links.mentionedUser(address)
                .map(user -> new TextEntity("text_mention", offset, length, user))
                .or(() -> Links.checked(address).map(url -> new TextEntity("text_link", offset, length, url)))
                .ifPresent(output::add);
    }

    /** A {@code pre} and a {@code code} with a language around the same text are one {@code pre} with that language. */
    private void addCode(String type, String language, int offset, int length) {
        List<TextEntity> entities = output.entities();
        TextEntity last = entities.isEmpty() ? TextEntity.of("", 0, 0) : entities.get(entities.size() - 1);
        boolean same = last.offset() == offset && last.length() == length;
        boolean preAroundCode = type.equals("pre")
                && last.type().equals("code")
                && !last.argument().isEmpty();
        boolean codeAroundPre = type.equals("code") && last.type().equals("pre") && !language.isEmpty();
        if (same && (preAroundCode || codeAroundPre)) {
            String known = preAroundCode ? last.argument() : language;
            entities.set(entities.size() - 1, new TextEntity("pre", offset, length, known));
        } else {
            output.add(new TextEntity(type, offset, length, language));
        }
    }

    private static List<TextEntity> withoutHiddenLanguages(List<TextEntity> entities) {
        return entities.stream()
                .map(entity ->
                        entity.type().equals("code") ? TextEntity.of("code", entity.offset(), entity.length()) : entity)
                .toList();
    }

    private static ApiError unmatched(String expected, String found, int begin) {
        return MarkupError.of("Unmatched end tag at byte offset " + begin + ", expected \"</" + expected
                + ">\", found \"</" + found + ">\"");
    }

    private record Open(HtmlTag tag, int offset) {}
}
