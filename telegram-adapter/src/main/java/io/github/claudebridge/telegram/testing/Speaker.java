package io.github.claudebridge.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Inbox;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.files.FileJson;
import io.github.claudebridge.telegram.testing.internal.files.StoredFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person in one place: a chat, or a topic of it. Thread-safe. */
public class Speaker {

    private final People people;
    private final ObjectNode sender;
    private final Chat chat;
    private final long threadId;

    Speaker(People people, ObjectNode sender, Chat chat, long threadId) {
        this.people = people;
        this.sender = sender;
        this.chat = chat;
        this.threadId = threadId;
    }

    /** The chat's identifier. */
    public long chatId() {
        return chat.id();
    }

    /** The topic's number, if the place is a topic. */
    public Optional<Long> threadId() {
        return threadId == 0 ? Optional.empty() : Optional.of(threadId);
    }

    /**
     * Sends a text. The first message in a private chat makes the chat known to the bot.
     *
     * @return the message's number
     */
    public long sends(String text) {
        return replies(0, text);
    }

    /**
     * Answers a message.
     *
     * @return the answer's number
     */
    public long replies(long toMessageId, String text) {
        return send(toMessageId, Inbox.typed(text));
    }

    /**
     * Answers a part of a message.
     *
     * @param quote the part, exactly as it stands in the message
     * @return the answer's number
     * @throws java.util.NoSuchElementException when the message has no such part
     */
    public long quotes(long messageId, String quote, String text) {
        ObjectNode content = Inbox.typed(text);
        content.set("quote", people.inbox().quote(chat, messageId, quote));
        return send(messageId, content);
    }

    /**
     * Sends on a text that somebody else wrote, whose account is hidden.
     *
     * @param author the name of who wrote it
     * @return the message's number
     */
    public long forwards(String author, String text) {
        ObjectNode content = Inbox.typed(text);
        content.set("forward_origin", people.inbox().hiddenAuthor(author));
        return send(0, content);
    }

    /** Changes the text of one of the person's messages, or the caption of one with a file. */
    public void edits(long messageId, String newText) {
        people.inbox().edit(chat, messageId, newText);
    }

    /**
     * Sends a file.
     *
     * @param caption may be empty
     * @return the message's number
     */
    public long sendsDocument(String name, String mimeType, byte[] content, String caption) {
        return sendFile(people.files().add("document", name, mimeType, content.clone()), caption);
    }

    /**
     * Sends a file that says it is this large and has no content: for the limits.
     *
     * @return the message's number
     */
    public long sendsHugeDocument(String name, long size) {
        return sendFile(people.files().addHollow("document", name, "application/octet-stream", size), "");
    }

    /**
     * Sends a picture as a photo.
     *
     * @param content a PNG, JPEG or GIF
     * @param caption may be empty
     * @return the message's number
     */
    public long sendsPhoto(byte[] content, String caption) {
        return sendFile(people.files().add("photo", "", "image/jpeg", content.clone()), caption);
    }

    /**
     * Sends a voice message.
     *
     * @return the message's number
     */
    public long sendsVoice(byte[] content, Duration length) {
        StoredFile file = people.files().add("voice", "", "audio/ogg", content.clone());
        return send(0, FileJson.voice(file, length));
    }

    /**
     * Sends photos as one album. Each is a message of its own; the caption stands on the first.
     *
     * @return the messages' numbers
     */
    public List<Long> sendsAlbum(String caption, List<byte[]> photos) {
        String album = people.nextAlbumId();
        List<Long> ids = new ArrayList<>();
        for (byte[] photo : photos) {
            ObjectNode content = FileJson.content(people.files().add("photo", "", "image/jpeg", photo.clone()));
            content.put("media_group_id", album);
            content.setAll(Inbox.caption(ids.isEmpty() ? caption : ""));
            ids.add(send(0, content));
        }
        return List.copyOf(ids);
    }

    /**
     * Presses the callback button with this text under a message.
     *
     * @return the query's identifier, see {@link FakeTelegram#callbackAnswers()}
     * @throws java.util.NoSuchElementException when there is no such message or button
     */
    public String presses(long messageId, String buttonText) {
        return people.gestures().press(sender, chat, messageId, buttonText);
    }

    /**
     * Presses the callback button with this text under the newest message here that has one.
     *
     * @return the query's identifier, see {@link FakeTelegram#callbackAnswers()}
     * @throws java.util.NoSuchElementException when there is no such button
     */
    public String presses(String buttonText) {
        return people.gestures().pressNewest(sender, chat, threadId, buttonText);
    }

    /**
     * Presses a button of a message that is so old that the server no longer shows it to the bot.
     *
     * @return the query's identifier
     */
    public String pressesForgotten(long messageId, String callbackData) {
        return people.gestures().pressForgotten(sender, chat, messageId, callbackData);
    }

    /** Reacts to a message; an empty emoji takes the reaction back. Reaches only bots that ask for reactions. */
    public void reacts(long messageId, String emoji) {
        people.gestures().react(sender, chat, messageId, emoji);
    }

    /**
     * Taps the stop button of the draft.
     *
     * @throws java.util.NoSuchElementException when no draft with a stop button is shown
     */
    public void stopsDraft() {
        people.gestures().stopDraft(chat, threadId);
    }

    /** Opens a topic in the chat and goes into it. */
    public Speaker opensTopic(String name) {
        return inTopic(people.inbox().openTopic(sender, chat, name, false));
    }

    /** Starts to write outside all topics, so that the client opens one with a name of its own; goes into it. */
    public Speaker opensUnnamedTopic() {
        return inTopic(people.inbox().openTopic(sender, chat, "New Chat", true));
    }

    /**
     * Renames the topic.
     *
     * @throws java.util.NoSuchElementException when the place is no topic
     */
    public void renamesTopic(String name) {
        ObjectNode told = Json.object();
        told.putObject("forum_topic_edited").put("name", name);
        people.inbox().changeTopic(sender, chat, threadId, topic -> topic.renamed(name), told);
    }

    /**
     * Closes the topic.
     *
     * @throws java.util.NoSuchElementException when the place is no topic
     */
    public void closesTopic() {
        ObjectNode told = Json.object();
        told.putObject("forum_topic_closed");
        people.inbox().changeTopic(sender, chat, threadId, topic -> topic.withClosed(true), told);
    }

    /**
     * Opens the topic again.
     *
     * @throws java.util.NoSuchElementException when the place is no topic
     */
    public void reopensTopic() {
        ObjectNode told = Json.object();
        told.putObject("forum_topic_reopened");
        people.inbox().changeTopic(sender, chat, threadId, topic -> topic.withClosed(false), told);
    }

    /** The same person in a topic that is already there, such as one that the bot has made. */
    public Speaker inTopic(long topicId) {
        return new Speaker(people, sender, chat, topicId);
    }

    final Speaker elsewhere(Chat otherChat) {
        return new Speaker(people, sender, otherChat, 0);
    }

    final People people() {
        return people;
    }

    final ObjectNode sender() {
        return sender.deepCopy();
    }

    final Chat chat() {
        return chat;
    }

    private long sendFile(StoredFile file, String caption) {
        ObjectNode content = Json.object();
        content.setAll(FileJson.content(file));
        content.setAll(Inbox.caption(caption));
        return send(0, content);
    }

    private long send(long replyTo, ObjectNode content) {
        return people.inbox().send(sender, chat, threadId, replyTo, content);
    }
}
