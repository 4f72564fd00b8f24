package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is handled together: one message, or the messages of an album. Not thread-safe. */
final class Unit {

    /** An album has no more. */
    private static final int MOST = 10;

    private final String album;
    private final List<StoredUpdate> updates = new ArrayList<>();
    private final List<UserMessage> messages = new ArrayList<>();
    private boolean addressed;

    /**
     * @param album the album's name; empty for a message by itself
     */
    Unit(String album) {
        this.album = album;
    }

    void add(StoredUpdate update, Incoming.Said said) {
        updates.add(update);
        messages.add(said.message());
        addressed |= said.addressed();
    }

    /** Whether it is meant for the bot; of an album one part tells it for all. */
    boolean isAddressed() {
        return addressed;
    }

    boolean isAlbum(ChatId chat, String name) {
        return !album.isEmpty() && album.equals(name) && isIn(chat);
    }

    boolean isIn(ChatId chat) {
        return messages.get(0).chat().equals(chat);
    }

    int size() {
        return updates.size();
    }

    boolean isFull() {
        return album.isEmpty() || updates.size() == MOST;
    }

    List<StoredUpdate> updates() {
        return List.copyOf(updates);
    }

    /** All of it as one message. */
    UserMessage message() {
        UserMessage first = messages.get(0);
        String text = messages.stream()
                .map(UserMessage::text)
                .filter(caption -> !caption.isBlank())
                .collect(Collectors.joining("\n"));
        List<UserFile> files =
                messages.stream().flatMap(message -> message.files().stream()).toList();
        return new UserMessage(
                first.chat(),
                text,
                files,
                first.userId(),
                first.messageId(),
                first.quote(),
                first.forwardedFrom(),
                first.sentAt());
    }
}
