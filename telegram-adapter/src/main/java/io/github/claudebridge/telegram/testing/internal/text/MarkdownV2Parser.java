package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads the MarkdownV2 parse mode. Byte offsets in refusals count the UTF-8 input. One instance reads one text. */
final class MarkdownV2Parser {

    private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

    private final Utf8 input;
    private final MarkupOutput output = new MarkupOutput();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    MarkdownV2Parser(String text) {
        this.input = new Utf8(text);
    }

    FormattedText parse() {
        while (!input.isEnd(at)) {
            if (isEscape(at)) {
                output.add(input.at(at + 1));
                at += 2;
            } else if (!isReservedHere(input.at(at))) {
                output.add(input.at(at++));
            } else if (endsQuote()) {
                closeQuote();
            } else if (endsInnermost()) {
                closeInnermost();
            } else {
                openOne();
            }
        }
        Open unfinished = open.peek();
        if (unfinished != null && unfinished.style() == MarkdownStyle.QUOTE) {
            closeQuoteAtEnd();
            unfinished = open.peek();
        }
        if (unfinished != null) {
            throw unended(unfinished);
        }
        return new FormattedText(output.text(), output.entities());
    }

    private boolean isEscape(int index) {
        byte next = input.at(index + 1);
        return input.at(index) == '\\' && next > 0 && next <= 126;
    }

    private boolean isReservedHere(byte b) {
        Open innermost = open.peek();
        boolean inCode = innermost != null && innermost.style().isCode();
        return inCode ? b == '`' : b >= 0 && RESERVED.indexOf(b) >= 0;
    }

    private boolean endsInnermost() {
        Open innermost = open.peek();
        return innermost != null && innermost.style().endsAt(input, at);
    }

    private boolean endsQuote() {
        boolean lineEnds = input.at(at) == '\n' && input.at(at + 1) != '>';
        return lineEnds && inQuote();
    }

    private boolean inQuote() {
        return open.stream().anyMatch(one -> one.style() == MarkdownStyle.QUOTE);
    }

    private void closeQuote() {
        Open innermost = open.element();
        if (innermost.style() != MarkdownStyle.QUOTE) {
            throw unended(innermost);
        }
        output.add((byte) '\n');
        at++;
        closeQuoteAtEnd();
    }

    private void closeQuoteAtEnd() {
        Open quote = open.pop();
        int length = output.length() - quote.offset();
        if (length > 0) {
            String type = quote.expandable ? "expandable_blockquote" : "blockquote";
            output.add(TextEntity.of(type, quote.offset(), length));
        }
    }

    private void openOne() {
        byte b = input.at(at);
        if (b == '\n') {
            output.add(b);
            at++;
            if (inQuote()) {
                at++;
            }
            return;
        }
        if (b == '>' && !inQuote() && (at == 0 || input.at(at - 1) == '\n')) {
            open.push(new Open(MarkdownStyle.QUOTE, "", output.length(), at));
            at++;
            return;
        }
        if (endsExpandableQuote()) {
            open.element().expandable = true;
            at += 2;
            return;
        }
        MarkdownStyle style = MarkdownStyle.startingAt(input, at)
                .orElseThrow(() -> MarkupError.of(
                        "Character '" + (char) b + "' is reserved and must be escaped with the preceding '\\'"));
        if (style == MarkdownStyle.PRE) {
            openPre();
        } else {
            open.push(new Open(style, "", output.length(), at));
            at += style.mark().length();
        }
    }

    private boolean endsExpandableQuote() {
        Open innermost = open.peek();
        return innermost != null
                && innermost.style() == MarkdownStyle.QUOTE
                && input.startsWith("||", at)
                && (input.isEnd(at + 2) || (input.at(at + 2) == '\n' && input.at(at + 3) != '>'));
    }

    private void openPre() {
        int begin = at;
        at += MarkdownStyle.PRE.mark().length();
        int languageEnd = at;
        while (!input.isSpace(languageEnd) && input.at(languageEnd) != '`') {
            languageEnd++;
        }
        boolean hasLanguage = languageEnd > at && !input.isEnd(languageEnd) && input.at(languageEnd) != '`';
        String language = hasLanguage ? input.slice(at, languageEnd) : "";
        at = hasLanguage ? languageEnd : at;
        skipLineBreak();
        open.push(new Open(hasLanguage ? MarkdownStyle.PRE_CODE : MarkdownStyle.PRE, language, output.length(), begin));
    }

    private void skipLineBreak() {
        if (input.startsWith("\r\n", at) || input.startsWith("\n\r", at)) {
            at += 2;
        } else if (input.at(at) == '\n' || input.at(at) == '\r') {
            at++;
        }
    }

    private void closeInnermost() {
        Open closing = open.pop();
        MarkdownStyle style = closing.style();
        at += style.endMark().length();
        Optional<TextEntity> entity = switch (style) {
            case LINK -> link(closing);
            case EMOJI -> emoji(closing);
            default -> Optional.of(entity(style.type(), closing, closing.language()));
        };
        entity.filter(made -> made.length() > 0).ifPresent(output::add);
    }

    private Optional<TextEntity> link(Open closing) {
        String address = input.at(at) == '(' ? readAddress() : output.since(closing.offset());
        return Links.mentionedUser(address)
                .map(user -> entity("text_mention", closing, user))
                .or(() -> Links.checked(address).map(url -> entity("text_link", closing, url)));
    }

    private Optional<TextEntity> emoji(Open closing) {
        String address = input.at(at) == '(' ? readAddress() : "";
        if (address.startsWith("tg://time?unix=")) {
            String unix = address.substring("tg://time?unix=".length()).replaceFirst("&.*", "");
            return Optional.of(entity("date_time", closing, unix));
        }
        if (!address.startsWith("tg://emoji?id=")) {
            throw MarkupError.of("The entity must contain a tg://emoji or tg://time URL");
        }
        return Optional.empty();
    }

    private String readAddress() {
        int begin = ++at;
        ByteArrayOutputStream address = new ByteArrayOutputStream();
        while (!input.isEnd(at) && input.at(at) != ')') {
            if (isEscape(at)) {
                at++;
            }
            address.write(input.at(at++));
        }
        if (input.isEnd(at)) {
            throw MarkupError.at("Can't find end of a URL", begin);
        }
        at++;
        return address.toString(StandardCharsets.UTF_8);
    }

    private TextEntity entity(String type, Open closing, String argument) {
        return new TextEntity(type, closing.offset(), output.length() - closing.offset(), argument);
    }

    private static ApiError unended(Open unfinished) {
        return MarkupError.at("Can't find end of " + unfinished.style().title() + " entity", unfinished.byteOffset());
    }

    private static final class Open {
        private final MarkdownStyle style;
        private final String language;
        private final int offset;
        private final int byteOffset;
        private boolean expandable;

        Open(MarkdownStyle style, String language, int offset, int byteOffset) {
            this.style = style;
            this.language = language;
            this.offset = offset;
            this.byteOffset = byteOffset;
        }

        MarkdownStyle style() {
            return style;
        }

        String language() {
            return language;
        }

        int offset() {
            return offset;
        }

        int byteOffset() {
            return byteOffset;
        }
    }
}
