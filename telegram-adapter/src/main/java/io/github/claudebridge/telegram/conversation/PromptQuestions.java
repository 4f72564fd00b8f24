package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.PromptPart;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The questions about prompts that could not be answered, and what the answers to them mean. */
final class PromptQuestions {

    /** What somebody decided about a prompt. */
    enum Decision {
        /** Claude goes on where it was cut off. */
        CONTINUE("continue"),
        /** The same prompt is given once more. */
        RETRY("retry"),
        /** The same prompt is given to a session without a history. */
        FRESH("fresh"),
        /** Nothing more is done. */
        DROP("drop");

        private final String id;

        Decision(String id) {
            this.id = id;
        }

        private Choice choice(String label) {
            return new Choice(id, label);
        }
    }

    /** A decision about the prompt of this id. */
    record Decided(UUID prompt, Decision decision) {}

    private static final Pattern KEY = Pattern.compile("prompt/([0-9a-f-]{36})/question");

    private PromptQuestions() {}

    /** What to do about a prompt that was cut off in the middle? */
    static Question cutOff(StoredPrompt prompt) {
        return new Question(
                Words.cutOff(prompt.text()),
                List.of(
                        Decision.CONTINUE.choice("Continue"),
                        Decision.RETRY.choice("Retry"),
                        Decision.DROP.choice("Drop")),
                people(prompt));
    }

    /** What to do about a prompt that Claude never got? */
    static Question neverSeen(StoredPrompt prompt) {
        return new Question(
                Words.neverSeen(prompt.text()),
                List.of(Decision.RETRY.choice("Send again"), Decision.DROP.choice("Drop")),
                people(prompt));
    }

    /** What to do about a prompt for a session whose history is gone? */
    static Question historyGone(StoredPrompt prompt) {
        return new Question(
                Words.historyGone(prompt.session()),
                List.of(Decision.FRESH.choice("Start afresh"), Decision.DROP.choice("Leave it")),
                people(prompt));
    }

    private static Set<Long> people(StoredPrompt prompt) {
        return prompt.parts().stream()
                .map(PromptPart::userId)
                .filter(user -> user != 0)
                .collect(Collectors.toSet());
    }

    /** The key of the question about a prompt. */
    static DeliveryKey key(StoredPrompt prompt) {
        return new DeliveryKey("prompt/" + prompt.id() + "/question");
    }

    /** The key of the prompt that a decision leads to. */
    static DeliveryKey next(Decided decided) {
        return new DeliveryKey("prompt/" + decided.prompt() + "/" + decided.decision().id);
    }

    /** What a choice means; empty where the question was another. */
    static Optional<Decided> read(Chosen chosen) {
        Matcher key = KEY.matcher(chosen.question().value());
        if (!key.matches()) {
            return Optional.empty();
        }
        for (Decision decision : Decision.values()) {
            if (decision.id.equals(chosen.choiceId())) {
                return Optional.of(new Decided(UUID.fromString(key.group(1)), decision));
            }
        }
        return Optional.empty();
    }
}
