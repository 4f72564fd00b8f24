package io.github.claudebridge.telegram.testing.internal.chats;

import io.github.claudebridge.telegram.testing.Draft;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drafts that people see now: one for each chat and topic, until it is replaced or too old. Guarded by the world's lock. */
public final class Drafts {

    private static final Duration SHOWN = Duration.ofSeconds(30);

    private final World world;
    private final Map<Place, Draft> drafts = new LinkedHashMap<>();

    public Drafts(World world) {
        this.world = world;
    }

    public void put(Draft draft) {
        drafts.put(new Place(draft.chatId(), draft.threadId().orElse(0L)), draft);
    }

    /** Takes away the draft of a chat and topic ({@code 0} for none), if there is one. */
    public void remove(long chatId, long threadId) {
        drafts.remove(new Place(chatId, threadId));
    }

    /** The draft of a chat and topic ({@code 0} for none), if one is shown. */
    public Optional<Draft> shown(long chatId, long threadId) {
        dropOld();
        return Optional.ofNullable(drafts.get(new Place(chatId, threadId)));
    }

    /** All drafts shown in a chat. */
    public List<Draft> shown(long chatId) {
        dropOld();
        return drafts.values().stream()
                .filter(draft -> draft.chatId() == chatId)
                .toList();
    }

    private void dropOld() {
        Instant oldest = world.now().minus(SHOWN);
        drafts.values().removeIf(draft -> !draft.updatedAt().isAfter(oldest));
    }

    private record Place(long chatId, long threadId) {}
}
