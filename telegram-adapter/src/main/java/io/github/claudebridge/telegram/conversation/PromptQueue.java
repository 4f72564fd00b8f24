package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The prompts of a session that are not at their end: those that wait, in order, and those that Claude has. Thread-safe. */
final class PromptQueue {

    private final Map<UUID, OpenPrompt> open = new LinkedHashMap<>();
    private final Deque<OpenPrompt> waiting = new ArrayDeque<>();

    /** Takes a prompt, unless it is here already; empty then. */
    synchronized Optional<OpenPrompt> add(StoredPrompt stored) {
        if (open.containsKey(stored.id())) {
            return Optional.empty();
        }
        OpenPrompt prompt = new OpenPrompt(stored, !waiting.isEmpty() || !begun().isEmpty());
        open.put(stored.id(), prompt);
        waiting.add(prompt);
        CompletableFuture<Handled> unused = prompt.handled().whenComplete((handled, failure) -> ended(prompt));
        return Optional.of(prompt);
    }

    synchronized Optional<OpenPrompt> find(UUID id) {
        return Optional.ofNullable(open.get(id));
    }

    private synchronized void ended(OpenPrompt prompt) {
        waiting.remove(prompt);
        open.remove(prompt.id());
    }

    /** The one whose turn it is; it waits no more. Null where none waits. */
    synchronized @Nullable OpenPrompt next() {
        return waiting.poll();
    }

    /** The one whose turn is next; empty where none waits. */
    synchronized Optional<OpenPrompt> head() {
        return Optional.ofNullable(waiting.peek());
    }

    /** Those of them that wait and are wanted; they wait no more. */
    synchronized List<OpenPrompt> takeWaiting(Predicate<OpenPrompt> wanted) {
        List<OpenPrompt> taken = waiting.stream().filter(wanted).toList();
        waiting.removeAll(taken);
        return taken;
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** The one that waits and came from this message, alone or with others. */
    synchronized Optional<OpenPrompt> waitingWith(ChatId chat, long messageId) {
        return waiting.stream()
                .filter(prompt ->
                        prompt.where().equals(chat) && prompt.messages().contains(messageId))
                .findFirst();
    }

    /** Whether this message adds this text to a prompt that is here. */
    synchronized boolean saysAlready(ChatId chat, long messageId, String text) {
        return open.values().stream()
                .filter(prompt -> prompt.where().equals(chat))
                .flatMap(prompt -> prompt.stored().parts().stream())
                .anyMatch(part -> part.messageId() == messageId && part.text().equals(text));
    }

    /** Those that Claude has. */
    synchronized List<OpenPrompt> begun() {
        return open.values().stream()
                .filter(prompt -> !waiting.contains(prompt) && !prompt.isOver())
                .toList();
    }
}
