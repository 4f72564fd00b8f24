package io.github.claudebridge.telegram.testing.internal.chats;

import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All chats of the server. Guarded by the world's lock. */
public final class Chats {

    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private long accountMessageIds = 10;

    /** The chat with this identifier, made if there is none. */
    public Chat open(long id, Chat.Kind kind, String title, boolean forum) {
        return chats.computeIfAbsent(id, key -> new Chat(key, kind, title, forum));
    }

    public Optional<Chat> find(long id) {
        return Optional.ofNullable(chats.get(id));
    }

    public List<Chat> all() {
        return List.copyOf(chats.values());
    }

    /** The chat that a call names, if the bot may write there. */
    public Chat forBot(String chatId) {
        if (chatId.isEmpty()) {
            throw ApiError.badRequest("chat_id is empty");
        }
        Chat chat = find(parse(chatId)).orElseThrow(Chats::notFound);
        Access access = chat.access();
        if (access instanceof Access.Unknown) {
            throw notFound();
        }
        if (access instanceof Access.Closed closed) {
            throw ApiError.forbidden(closed.reason());
        }
        if (access instanceof Access.Migrated migrated) {
            throw ApiError.badRequest("group chat was upgraded to a supergroup chat")
                    .with("migrate_to_chat_id", migrated.newId());
        }
        return chat;
    }

    /** The number of the next message: supergroups count their own, all other chats share the account's count. */
    public long nextMessageId(Chat chat) {
        return chat.kind() == Chat.Kind.SUPERGROUP ? chat.nextOwnMessageId() : ++accountMessageIds;
    }

    private static long parse(String chatId) {
        try {
            return Long.parseLong(chatId.strip());
        } catch (NumberFormatException e) {
            throw notFound();
        }
    }

    private static ApiError notFound() {
        return ApiError.badRequest("chat not found");
    }
}
