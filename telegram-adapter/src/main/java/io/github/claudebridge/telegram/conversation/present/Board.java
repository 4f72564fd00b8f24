package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Draft;
import org.jspecify.annotations.Nullable;

/** A draft that is there only while something is to be shown, with a line above its text. Not thread-safe. */
final class Board {

    private final Chat chat;
    private final ChatId where;
    private @Nullable Draft draft;
    private String line = "";
    private boolean hasText;

    Board(Chat chat, ChatId where) {
        this.chat = chat;
        this.where = where;
    }

    boolean isShown() {
        return draft != null;
    }

    void show(String firstLine) {
        if (draft == null) {
            draft = chat.draft(where);
            line = "";
            hasText = false;
            line(firstLine);
        }
    }

    void line(String next) {
        if (draft != null && !next.equals(line)) {
            line = next;
            draft.headline(next);
        }
    }

    void append(String markdown) {
        if (draft != null && !markdown.isEmpty()) {
            hasText = true;
            draft.append(markdown);
        }
    }

    void restart() {
        if (draft != null && hasText) {
            hasText = false;
            draft.restart();
        }
    }

    void hide() {
        if (draft != null) {
            draft.close();
            draft = null;
        }
    }
}
