package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where chats went that are not where they were: groups that became supergroups, and topics that were deleted. Thread-safe. */
final class ChatMoves {

    private final Map<Long, Long> moved = new HashMap<>();
    private final Set<ChatId> gone = new HashSet<>();

    synchronized void moved(long from, long to) {
        if (from != to) {
            moved.put(from, to);
        }
    }

    /** What was meant for the topic goes to the chat itself from now on. */
    synchronized void topicGone(ChatId topic) {
        gone.add(topic);
    }

    /** Where the chat is now. */
    synchronized ChatId now(ChatId chat) {
        long id = chat.value();
        for (int steps = 0; moved.containsKey(id) && steps <= moved.size(); steps++) {
            id = moved.getOrDefault(id, id);
        }
        ChatId present = new ChatId(id, chat.topic());
        return gone.contains(present) ? new ChatId(id) : present;
    }
}
