package io.github.claudebridge.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.Backend;
import io.github.claudebridge.telegram.testing.internal.chats.Access;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Gestures;
import io.github.claudebridge.telegram.testing.internal.chats.Inbox;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.files.FileStore;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;

/** What people need to act. Thread-safe. */
final class People {

    private final Backend backend;
    private final Inbox inbox;
    private final Gestures gestures;
    private final AtomicLong albums = new AtomicLong(13_400_000_000L);

    People(Backend backend) {
        this.backend = backend;
        this.inbox = new Inbox(backend.world(), backend.bot(), backend.chats(), backend.updates());
        this.gestures =
                new Gestures(backend.world(), backend.bot(), backend.callbacks(), backend.drafts(), backend.updates());
    }

    Inbox inbox() {
        return inbox;
    }

    Gestures gestures() {
        return gestures;
    }

    FileStore files() {
        return backend.files();
    }

    String nextAlbumId() {
        return Long.toString(albums.incrementAndGet());
    }

    FakeUser user(long id, String firstName) {
        Chat chat = backend.world().change(() -> backend.chats().open(id, Chat.Kind.PRIVATE, firstName, false));
        return new FakeUser(this, sender(id, firstName), chat);
    }

    FakeGroup group(long id, Chat.Kind kind, String title, boolean forum) {
        Chat chat = backend.world().change(() -> {
            Chat opened = backend.chats().open(id, kind, title, forum);
            if (opened.access() instanceof Access.Unknown) {
                opened.setAccess(new Access.Open());
            }
            return opened;
        });
        return new FakeGroup(this, chat);
    }

    /** A person in a chat and a topic ({@code 0} for none). */
    Speaker seat(FakeUser person, long chatId, long topicId) {
        Chat chat = backend.world()
                .read(() -> backend.chats().find(chatId))
                .orElseThrow(() -> new NoSuchElementException("No chat " + chatId));
        if (chat.isPrivate() && chatId != person.id()) {
            throw new NoSuchElementException("Someone else's chat");
        }
        return person.elsewhere(chat).inTopic(topicId);
    }

    /** Shuts the bot out of a chat without telling it. */
    void close(Chat chat, String reason) {
        backend.world().change(() -> chat.setAccess(new Access.Closed(reason)));
    }

    FakeGroup migrate(FakeUser by, Chat old, long newId) {
        FakeGroup supergroup = group(newId, Chat.Kind.SUPERGROUP, old.title(), old.isForum());
        inbox.send(by.sender(), old, 0, 0, Json.object().put("migrate_to_chat_id", newId));
        inbox.send(by.sender(), supergroup.chat(), 0, 0, Json.object().put("migrate_from_chat_id", old.id()));
        backend.world().change(() -> old.setAccess(new Access.Migrated(newId)));
        return supergroup;
    }

    private static ObjectNode sender(long id, String firstName) {
        return Json.object()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", firstName)
                .put("language_code", "en");
    }
}
