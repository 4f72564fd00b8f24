package io.github.claudebridge.telegram.testing.internal.page;

import io.github.claudebridge.telegram.testing.Speaker;

/** Where the person of a page can speak. */
@FunctionalInterface
public interface Seats {

    /**
     * The person in a chat and a topic ({@code 0} for none).
     *
     * @throws java.util.NoSuchElementException when there is no such chat
     */
    Speaker at(long chatId, long topicId);
}
