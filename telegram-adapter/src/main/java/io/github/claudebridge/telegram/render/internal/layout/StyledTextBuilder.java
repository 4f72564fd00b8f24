package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.TextEntity;
import io.github.claudebridge.telegram.render.internal.text.TextCleanup;
import io.github.claudebridge.telegram.render.internal.text.Whitespace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects text and formatting. Gaps between blocks are remembered and written only before the next visible text, so nothing begins or ends with one.
 *
 * <p>It keeps Telegram's nesting rules: a style inside itself is one style, and styles are interrupted around code. Not thread-safe.
 */
final class StyledTextBuilder {

    private static final int MAX_NEWLINES = 2;

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final Deque<Span> open = new ArrayDeque<>();
    private final Map<EntityType, Integer> depths = new EnumMap<>(EntityType.class);
    private int unstarted;
    private int opened;
    private int newlines;
    private boolean betweenBlocks;
    private boolean space;
    private String indent = "";

    /** The spaces that a block of ordinary text begins with. */
    String indent() {
        return indent;
    }

    void indent(String spaces) {
        indent = spaces;
    }

    /** What follows begins at least this many lines below. */
    void gap(int lines) {
        newlines = Math.max(newlines, lines);
        betweenBlocks = true;
    }

    /** What follows begins one line further down. */
    void newline() {
        newlines = Math.min(newlines + 1, MAX_NEWLINES);
    }

    /** What follows is set off by a space, or by its own line where it is a block. */
    void space() {
        space = true;
    }

    /** Ordinary text of one line. */
    void text(String raw) {
        String shown = TextCleanup.shown(raw);
        if (!shown.isEmpty()) {
            writeGap(indent);
            startOpen();
            text.append(shown);
        }
    }

    /** Begins a style, or nothing where the same style is open already. */
    void open(EntityType type, @Nullable String url) {
        if (depths.merge(type, 1, Integer::sum) == 1) {
            open.push(new Span(type, url, opened++));
            unstarted++;
        }
    }

    void close(EntityType type) {
        if (depths.merge(type, -1, Integer::sum) == 0) {
            Span span = open.pop();
            if (span.type != type) {
                throw new IllegalStateException(
                        "Styles end in the order in which they began: " + span.type + ", " + type);
            }
            if (!end(span)) {
                unstarted--;
            }
        }
    }

    /** Code within a line. */
    void code(String raw) {
        String shown = TextCleanup.shown(raw);
        if (!shown.isEmpty()) {
            writeGap(indent);
            monospace(EntityType.CODE, shown, null);
        }
    }

    /** Lines of code, each as it is; they begin on a line of their own. */
    void pre(String lines, @Nullable String language) {
        if (!lines.isEmpty()) {
            startLine("");
            monospace(EntityType.PRE, lines, language);
        }
    }

    /** Makes the next text begin on its own line if it would follow a list marker. */
    void startBlock() {
        if (space) {
            gap(1);
        }
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    StyledText build() {
        spans.sort(Comparator.comparingInt((Span span) -> span.start)
                .thenComparing(Comparator.comparingInt((Span span) -> span.end).reversed())
                .thenComparingInt(span -> span.order));
        return new StyledText(text.toString(), spans.stream().map(Span::entity).toList());
    }

    private void startLine(String lineIndent) {
        startBlock();
        writeGap(lineIndent);
    }

    private void writeGap(String lineIndent) {
        if (text.length() > 0) {
            if (newlines > 0) {
                text.append("\n".repeat(newlines)).append(betweenBlocks ? lineIndent : "");
            } else if (space) {
                text.append(' ');
            }
        }
        newlines = 0;
        betweenBlocks = false;
        space = false;
    }

    private void startOpen() {
        if (unstarted > 0) {
            for (Span span : open) {
                if (span.start < 0) {
                    span.start = text.length();
                }
            }
            unstarted = 0;
        }
    }

    /** Every open style but a quote ends before the code and goes on after it. */
    private void monospace(EntityType type, String shown, @Nullable String language) {
        for (Span span : open) {
            if (span.type.isQuote()) {
                if (span.start < 0) {
                    span.start = text.length();
                    unstarted--;
                }
            } else if (end(span)) {
                span.start = -1;
                unstarted++;
            }
        }
        Span code = new Span(type, null, opened++);
        code.language = language;
        code.start = text.length();
        text.append(shown);
        end(code);
    }

    /** Keeps the stretch that has been covered so far, unless there is nothing to see; false where it had not begun. */
    private boolean end(Span span) {
        if (span.start < 0) {
            return false;
        }
        if (Whitespace.skip(text, span.start, text.length()) < text.length()) {
            Span kept = new Span(QuoteLength.typeFor(span.type, text, span.start), span.url, span.order);
            kept.language = span.language;
            kept.start = span.start;
            kept.end = text.length();
            spans.add(kept);
        }
        return true;
    }

    private static final class Span {
        private final EntityType type;
        private final @Nullable String url;
        private final int order;
        private @Nullable String language;
        private int start = -1;
        private int end;

        Span(EntityType type, @Nullable String url, int order) {
            this.type = type;
            this.url = url;
            this.order = order;
        }

        TextEntity entity() {
            return new TextEntity(type, start, end - start, url, language);
        }
    }
}
