package io.github.claudebridge.telegram.render.internal.split;

import static io.github.claudebridge.telegram.render.RenderedMessage.MAX_ENTITIES;
import static io.github.claudebridge.telegram.render.RenderedMessage.MAX_LENGTH;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.RenderedMessage;
import io.github.claudebridge.telegram.render.TextEntity;
import io.github.claudebridge.telegram.render.internal.text.Whitespace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts styled text into messages, from its beginning on. Not thread-safe. */
public final class MessageSplitter {

    /** Stands above code that begins indented, since Telegram takes white space off the beginning of a message. */
    private static final String GUARD = "…\n";

    private final CharSequence text;
    private final List<TextEntity> entities;
    private final int firstLimit;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final List<RenderedMessage> messages = new ArrayList<>();
    private List<Integer> carried = List.of();
    private int nextEntity;
    private int position;
    private int lookedAt;

    /**
     * Splits a text that may still change, see {@link #messages(int)}.
     *
     * @param entities sorted by offset, nested or disjoint
     * @param firstLimit the most UTF-16 units of the first message; the others have Telegram's limit
     */
    public MessageSplitter(CharSequence text, List<TextEntity> entities, int firstLimit) {
        this.text = text;
        this.entities = entities;
        this.firstLimit = firstLimit;
    }

    /** The messages of a text, as with {@link #MessageSplitter(CharSequence, List, int)}. */
    public static List<RenderedMessage> split(CharSequence text, List<TextEntity> entities, int firstLimit) {
        return new MessageSplitter(text, entities, firstLimit).messages(0);
    }

    /**
     * The messages of the text as it is now.
     *
     * @param unchanged how many UTF-16 units of the text, and of its formatting, are as they were at the last call
     */
    public List<RenderedMessage> messages(int unchanged) {
        while (!marks.isEmpty() && marks.getLast().lookedAt > unchanged) {
            restore(marks.removeLast());
        }
        Mark before = new Mark(position, nextEntity, carried, messages.size(), 0);
        while (next(messages.isEmpty() ? firstLimit : MAX_LENGTH)) {
            marks.addLast(before.having(lookedAt));
            before = new Mark(position, nextEntity, carried, messages.size(), 0);
        }
        return List.copyOf(messages);
    }

    private void restore(Mark mark) {
        position = mark.position;
        nextEntity = mark.nextEntity;
        carried = mark.carried;
        messages.subList(mark.messages, messages.size()).clear();
    }

    /** Makes the next message; false at the end of the text. */
    private boolean next(int limit) {
        int visible = Whitespace.skip(text, position, text.length());
        if (visible == text.length()) {
            return false;
        }
        int start = startOf(visible);
        String guard = start < visible ? GUARD : "";
        int furthest = start + limit - guard.length();
        lookedAt = furthest + 2;
        List<TextEntity> window = window(start, furthest);
        if (window.size() > MAX_ENTITIES) {
            furthest = Math.min(furthest, window.get(MAX_ENTITIES).offset());
        }
        int cut = furthest >= text.length() ? text.length() : new CutFinder(text, window, start, furthest).cut();
        int end = Whitespace.skipBack(text, start, cut);
        if (Whitespace.isVisible(text, start, end)) {
            messages.add(new RenderedMessage(
                    guard + text.subSequence(start, end), Clip.entities(window, text, start, end, guard.length())));
        }
        advance(cut);
        return true;
    }

    /** What reaches over the cut is remembered by its index: it may be longer by the time it is looked at again. */
    private void advance(int cut) {
        List<Integer> reaching = new ArrayList<>(carried);
        for (; nextEntity < entities.size() && entities.get(nextEntity).offset() < cut; nextEntity++) {
            reaching.add(nextEntity);
        }
        reaching.removeIf(index -> entities.get(index).end() <= cut);
        carried = reaching;
        position = cut;
    }

    /** What formats any of the text between two positions. */
    private List<TextEntity> window(int start, int end) {
        List<TextEntity> window = new ArrayList<>();
        for (int index : carried) {
            window.add(entities.get(index));
        }
        for (int i = nextEntity; i < entities.size() && entities.get(i).offset() < end; i++) {
            window.add(entities.get(i));
        }
        window.removeIf(entity -> entity.end() <= start);
        return window;
    }

    /** Indentation belongs to code, so a message whose first words are code begins at the beginning of their line. */
    private int startOf(int visible) {
        int lineStart = visible;
        while (lineStart > position && text.charAt(lineStart - 1) != '\n') {
            lineStart--;
        }
        boolean wholeLine = lineStart == 0 || text.charAt(lineStart - 1) == '\n';
        if (!wholeLine || lineStart == visible) {
            return visible;
        }
        int from = lineStart;
        boolean code = window(lineStart, visible + 1).stream()
                .anyMatch(
                        entity -> entity.type() == EntityType.PRE && entity.offset() <= from && entity.end() > visible);
        return code ? lineStart : visible;
    }

    /**
     * Where the splitter stood before it made a message.
     *
     * @param lookedAt the end of the text on which that message depends
     */
    private record Mark(int position, int nextEntity, List<Integer> carried, int messages, int lookedAt) {

        Mark having(int end) {
            return new Mark(position, nextEntity, carried, messages, end);
        }
    }
}
