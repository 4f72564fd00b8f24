package io.github.claudebridge.app.chat;

import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions that wait for an answer; a number answers the newest. Thread-safe. */
final class OpenChoices {

    private final Map<DeliveryKey, Question> open = new LinkedHashMap<>();

    /** A choice of an open question. */
    record Picked(DeliveryKey question, Choice choice) {}

    synchronized void add(DeliveryKey key, Question question) {
        open.put(key, question);
        notifyAll();
    }

    synchronized boolean relabel(DeliveryKey key, List<Choice> choices) {
        return open.computeIfPresent(key, (same, question) -> question.with(choices)) != null;
    }

    synchronized boolean replace(DeliveryKey key, Question question) {
        return open.replace(key, question) != null;
    }

    synchronized boolean remove(DeliveryKey key) {
        return open.remove(key) != null;
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    /** The choice that a line means; the question is answered by it, unless it stays open. */
    synchronized Optional<Picked> pick(String line) {
        Map.Entry<DeliveryKey, Question> newest =
                open.entrySet().stream().reduce((first, second) -> second).orElse(null);
        if (newest == null || !line.strip().matches("[1-9][0-9]?")) {
            return Optional.empty();
        }
        List<Choice> choices = newest.getValue().choices();
        int number = Integer.parseInt(line.strip());
        if (number > choices.size()) {
            return Optional.empty();
        }
        Choice choice = choices.get(number - 1);
        DeliveryKey key = newest.getKey();
        if (!choice.stays()) {
            open.remove(key);
        }
        return Optional.of(new Picked(key, choice));
    }

    /** The words of a question, with its choices by number. */
    static String words(Question question) {
        StringBuilder text = new StringBuilder(question.markdown());
        for (int number = 1; number <= question.choices().size(); number++) {
            text.append("\n  ")
                    .append(number)
                    .append(") ")
                    .append(question.choices().get(number - 1).label());
        }
        return text.toString();
    }
}
