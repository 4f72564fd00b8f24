package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.words.Manual;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A command as somebody gave it. Immutable.
 *
 * @param chat where it was given
 * @param userId the number of the person; 0 if unknown
 * @param argument what followed the name, without surrounding blanks; empty if nothing did
 * @param key names the message, so that the command can do and say things once
 */
public record CommandCall(ChatId chat, long userId, String argument, DeliveryKey key) {

    /**
     * What followed the name, word by word.
     *
     * @param most how many words the command takes
     * @param manual of the command, to say how it is used
     * @throws Refusal if there are more
     */
    List<String> words(int most, Manual manual) {
        List<String> words = argument.isEmpty() ? List.of() : List.of(argument.split("\\s+"));
        if (words.size() > most) {
            throw Refusal.usage(manual);
        }
        return words;
    }

    /** Whether others read along: groups have negative numbers. */
    boolean isInGroup() {
        return chat.value() < 0;
    }

    /** Who may press the buttons of what this call asks. */
    Set<Long> person() {
        return userId == 0 ? Set.of() : Set.of(userId);
    }

    /** Whom something belongs to that this person makes; nobody where that is not known. */
    OptionalLong maker() {
        return maker(userId);
    }

    static OptionalLong maker(long userId) {
        return userId == 0 ? OptionalLong.empty() : OptionalLong.of(userId);
    }
}
