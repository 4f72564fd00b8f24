package io.github.claudebridge.telegram.testing.internal.chats;

import io.github.claudebridge.telegram.testing.ChatAction;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every chat action there was, and those that people see now. Guarded by the world's lock. */
public final class ChatActions {

    private static final Duration SHOWN = Duration.ofSeconds(5);
    private static final String CANCEL = "cancel";

    private final World world;
    private final List<ChatAction> actions = new ArrayList<>();
    private final Map<Place, ChatAction> current = new HashMap<>();

    public ChatActions(World world) {
        this.world = world;
    }

    public void add(ChatAction action) {
        actions.add(action);
        current.put(new Place(action.chatId(), action.threadId().orElse(0L)), action);
    }

    /** Those of one chat, oldest first. */
    public List<ChatAction> in(long chatId) {
        return actions.stream().filter(action -> action.chatId() == chatId).toList();
    }

    /** What people see in a chat and topic ({@code 0} for none): the last action, for five seconds or until a message comes. */
    public Optional<ChatAction> shown(long chatId, long threadId) {
        return Optional.ofNullable(current.get(new Place(chatId, threadId)))
                .filter(action -> action.at().plus(SHOWN).isAfter(world.now()))
                .filter(action -> !action.action().equals(CANCEL));
    }

    /** The action in a chat and topic ({@code 0} for none) is over. */
    public void end(long chatId, long threadId) {
        current.remove(new Place(chatId, threadId));
    }

    private record Place(long chatId, long threadId) {}
}
