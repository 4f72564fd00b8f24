package io.github.claudebridge.telegram.conversation;

import java.util.List;
import java.util.Set;

/**
 * A question with buttons. Immutable.
 *
 * @param markdown what is asked, of any length
 * @param choices the possible answers, at least one, in the order of their buttons
 * @param askedOf the numbers of the people who may answer; empty for everybody who may use the bot
 * @param silent whether the phone stays quiet, because nobody has to answer
 */
public record Question(String markdown, List<Choice> choices, Set<Long> askedOf, boolean silent) {

    /**
     * Checks the choices.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Question {
        choices = List.copyOf(choices);
        askedOf = Set.copyOf(askedOf);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("A question needs choices.");
        }
    }

    /** The same with other possible answers. */
    public Question with(List<Choice> other) {
        return new Question(markdown, other, askedOf, silent);
    }

    /** The same in other words. */
    public Question saying(String other) {
        return new Question(other, choices, askedOf, silent);
    }

    /** A question that everybody who may use the bot may answer. */
    public Question(String markdown, List<Choice> choices) {
        this(markdown, choices, Set.of());
    }

    /** A question that makes the phone ring. */
    public Question(String markdown, List<Choice> choices, Set<Long> askedOf) {
        this(markdown, choices, askedOf, false);
    }

    /** The same without a sound. */
    public Question quietly() {
        return new Question(markdown, choices, askedOf, true);
    }
}
