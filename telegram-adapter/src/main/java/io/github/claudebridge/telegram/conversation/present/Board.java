package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Draft;
import org.jspecify.annotations.Nullable;

/** A line and a text below it, which can be seen in a draft now and hidden then. Not thread-safe. */
final class Board {

    /** Of a long text only the end can be seen. */
    private static final int MOST_TEXT = 8_000;

    private final Chat chat;
    private final ChatId where;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Draft draft;
    private String line = "";

    Board(Chat chat, ChatId where) {
        this.chat = chat;
        this.where = where;
    }

    void show() {
        if (draft == null) {
            draft = chat.draft(where);
            draft.headline(line);
            if (!text.isEmpty()) {
                draft.append(text.toString());
            }
        }
    }

    void line(String next) {
        boolean changed = !next.equals(line);
        line = next;
        if (draft != null && changed) {
            draft.headline(next);
        }
    }

    void append(String markdown) {
        text.append(markdown);
        if (text.length() > 2 * MOST_TEXT) {
            text.delete(0, text.length() - MOST_TEXT);
        }
        if (draft != null && !markdown.isEmpty()) {
            draft.append(markdown);
        }
    }

    void restart() {
        if (!text.isEmpty()) {
            text.setLength(0);
            if (draft != null) {
                draft.restart();
            }
        }
    }

    void hide() {
        if (draft != null) {
            draft.close();
            draft = null;
        }
    }
}
