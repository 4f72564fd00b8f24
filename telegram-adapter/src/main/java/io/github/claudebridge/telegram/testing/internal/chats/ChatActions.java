package io.github.claudebridge.telegram.testing.internal.chats;

import io.github.claudebridge.telegram.testing.ChatAction;
import java.util.ArrayList;
import java.util.List;

/** Every chat action there was. Guarded by the world's lock. */
public final class ChatActions {

    private final List<ChatAction> actions = new ArrayList<>();

    public void add(ChatAction action) {
        actions.add(action);
    }

    /** Those of one chat, oldest first. */
    public List<ChatAction> in(long chatId) {
        return actions.stream().filter(action -> action.chatId() == chatId).toList();
    }
}
