package io.github.claudebridge.telegram.conversation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where people write and read: the outside that a conversation talks to. Implementations are thread-safe, return at once, and
 * deliver what is said with a key in one chat in the order of the calls.
 *
 * <p>What is said with a {@link DeliveryKey} is stored when the call returns: it is delivered also if the program ends before, by
 * the next run. The same key again means the same delivery: nothing is said twice. When the store fails, it is delivered all the
 * same, but only by this run.
 */
public interface Chat {

    /** Sends Claude's answer as one that rings and is shown whole, as {@link #answer(ChatId, DeliveryKey, Answer)}. */
    default CompletableFuture<Void> answer(ChatId chat, DeliveryKey key, String markdown) {
        return answer(chat, key, markdown, 0);
    }

    /** The same as an answer to a message. */
    default CompletableFuture<Void> answer(ChatId chat, DeliveryKey key, String markdown, long replyTo) {
        return answer(chat, key, Answer.of(markdown).in(Answer.Size.WHOLE).to(replyTo));
    }

    /**
     * Sends Claude's answer.
     *
     * @return completes when the answer is delivered, or can never be because the chat is closed to us; completes exceptionally
     *     if this chat was closed before
     */
    CompletableFuture<Void> answer(ChatId chat, DeliveryKey key, Answer answer);

    /**
     * Reports that something went wrong, in the bot's own words. The phone rings.
     *
     * @param text plain text
     * @return as for {@link #answer}
     */
    CompletableFuture<Void> failure(ChatId chat, DeliveryKey key, String text);

    /**
     * Says something in the bot's own words, silently.
     *
     * @param text plain text
     * @return as for {@link #answer}
     */
    CompletableFuture<Void> notice(ChatId chat, DeliveryKey key, String text);

    /**
     * Asks something with buttons. The phone rings, unless the question is silent. The answer goes to the {@link ChoiceHandler}, perhaps in a later run; the buttons
     * vanish with it and the question then shows the choice.
     *
     * @return as for {@link #answer}, when the question is delivered; exceptionally also if it cannot be stored, because its answer
     *     would not be understood
     */
    CompletableFuture<Void> ask(ChatId chat, DeliveryKey key, Question question);

    /**
     * Shows other buttons below an open question. Nothing happens if it is not open.
     *
     * @param key the key under which it was asked
     * @param choices the possible answers from now on, as many as before
     * @return whether it is open
     * @throws IllegalArgumentException if there are more or fewer than before
     */
    boolean relabel(DeliveryKey key, List<Choice> choices);

    /**
     * Shows an open question in other words, with as many buttons as before. Nothing happens if it is not open.
     *
     * @param key the key under which it was asked
     * @return whether it is open
     * @throws IllegalArgumentException if there are more or fewer buttons than before
     */
    boolean revise(DeliveryKey key, Question question);

    /**
     * Takes a question back: its buttons vanish, and it cannot be answered any more. Nothing happens if it is answered already or
     * was never asked.
     *
     * @param key the key under which it was asked
     * @param note what stands below the question from now on, plain text
     * @return whether it was open until now
     */
    boolean withdraw(DeliveryKey key, String note);

    /**
     * Sends files, silently; several of a kind as albums. What the chat does not take is told in its place, and the phone rings.
     *
     * @param files at least one; they must stay where they are until they are sent
     * @param caption Markdown below the first, may be empty
     * @return as for {@link #answer}
     */
    CompletableFuture<Void> files(ChatId chat, DeliveryKey key, List<FileToSend> files, String caption);

    /**
     * Sends a text as a file, silently.
     *
     * @param name of the file
     * @return as for {@link #answer}
     */
    CompletableFuture<Void> text(ChatId chat, DeliveryKey key, String name, String content);

    /** A text without the secrets that people must not see; to be used before a part of it is taken, which might be half a secret. */
    String masked(String text);

    /**
     * What a message of the bot was said under.
     *
     * @param messageId the number of the message in the chat
     * @return the key; empty if it is none of the bot's messages of the last days
     */
    Optional<DeliveryKey> keyOf(ChatId chat, long messageId);

    /**
     * Whether something was said under this key, by this run or an earlier one: then what led to it was done, and is not to be done again.
     *
     * @return false also if the store cannot tell
     */
    boolean hasSaid(DeliveryKey key);

    /** Shows that work goes on, until the returned activity is closed. */
    Activity working(ChatId chat);

    /**
     * Opens a place where an answer can be seen while it is being written, with a button to stop it, which leads to
     * {@link MessageHandler#stopped}. Of several drafts in one private chat only the one that changed last can be seen; in a group each is
     * a message that is edited, and vanishes when the draft is closed.
     */
    Draft draft(ChatId chat);

    /**
     * Shows what the bot thinks of a message, instead of what it showed there before. Cosmetic: nobody is told if it fails.
     *
     * @param messageId the number of the message in the chat
     */
    void react(ChatId chat, long messageId, Reaction reaction);

    /** A sign of work that is shown until it is closed; closing it again does nothing. */
    interface Activity extends AutoCloseable {
        @Override
        void close();
    }
}
