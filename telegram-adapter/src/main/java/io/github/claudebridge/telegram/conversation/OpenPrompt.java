package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.PromptPart;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A prompt that this run has taken and not brought to its end. Thread-safe. */
final class OpenPrompt {

    private final CompletableFuture<Handled> handled = new CompletableFuture<>();
    private final boolean waited;
    private StoredPrompt stored;
    private boolean begun;
    private boolean admitted;
    private boolean stopped;
    private boolean over;

    /**
     * @param waited whether others were before it
     */
    OpenPrompt(StoredPrompt stored, boolean waited) {
        this.stored = stored;
        this.waited = waited;
    }

    synchronized StoredPrompt stored() {
        return stored;
    }

    /** Its time has come: it is not changed from now on. */
    synchronized StoredPrompt begin(UnaryOperator<StoredPrompt> asItIsNow) {
        begun = true;
        stored = asItIsNow.apply(stored);
        return stored;
    }

    /**
     * Changes it, unless it has begun.
     *
     * @param change the new form; empty if it must not be changed
     * @return whether it was changed
     */
    synchronized boolean change(Function<StoredPrompt, Optional<StoredPrompt>> change) {
        Optional<StoredPrompt> changed = begun ? Optional.empty() : change.apply(stored);
        stored = changed.orElse(stored);
        return changed.isPresent();
    }

    /** Its writer may speak to the session. */
    synchronized void admit() {
        admitted = true;
    }

    synchronized boolean isAdmitted() {
        return admitted;
    }

    /** Somebody does not want it any more. */
    synchronized void stop() {
        stopped = true;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Claude is done with it; it may not be said yet. */
    synchronized void over() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    UUID id() {
        return stored().id();
    }

    ChatId where() {
        return new ChatId(stored().chatId(), stored().topicId());
    }

    DeliveryKey key() {
        return new DeliveryKey(stored().key());
    }

    /** Who wrote it, and where. */
    Audience audience() {
        return new Audience(
                where(),
                stored().parts().stream()
                        .mapToLong(PromptPart::userId)
                        .findFirst()
                        .orElse(0));
    }

    /** The messages that it came from. */
    List<Long> messages() {
        return stored().parts().stream()
                .map(PromptPart::messageId)
                .filter(message -> message != 0)
                .toList();
    }

    /** The message that its answer replies to, so that it is seen what is answered; 0 where that is clear. */
    long replyTo() {
        List<Long> messages = messages();
        return waited && !messages.isEmpty() ? messages.get(messages.size() - 1) : 0;
    }

    /** What became of it. */
    CompletableFuture<Handled> handled() {
        return handled;
    }
}
