package io.github.claudebridge.telegram.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Works on prompts, and shows and notes at each what became of it. Thread-safe. */
final class Attempts {

    private final Receipts receipts;
    private final ShownTurns shown;
    private final Troubles troubles;

    Attempts(Receipts receipts, ShownTurns shown, Troubles troubles) {
        this.receipts = receipts;
        this.shown = shown;
        this.troubles = troubles;
    }

    /** Works on a prompt until it is handled. What cannot even be tried is told, and comes again after the next start. */
    void at(OpenPrompt prompt, Supplier<CompletableFuture<Handled>> work) {
        CompletableFuture<Handled> unused = begin(prompt, work).whenComplete((handled, failure) -> {
            if (failure != null) {
                prompt.handled().completeExceptionally(failure);
                return;
            }
            receipts.show(prompt, handled == Handled.DONE ? Reaction.DONE : Reaction.FAILED);
            prompt.handled().complete(handled);
        });
    }

    /** Ends a prompt that is not wanted any more, without a word. */
    void drop(OpenPrompt prompt, Runnable note) {
        CompletableFuture<Handled> unused = begin(prompt, () -> {
                    note.run();
                    receipts.show(prompt, Reaction.NONE);
                    return CompletableFuture.completedFuture(Handled.DONE);
                })
                .whenComplete((handled, failure) -> {
                    if (failure == null) {
                        prompt.handled().complete(handled);
                    } else {
                        prompt.handled().completeExceptionally(failure);
                    }
                });
    }

    private CompletableFuture<Handled> begin(OpenPrompt prompt, Supplier<CompletableFuture<Handled>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            prompt.over();
            shown.abandon(prompt.id());
            CompletableFuture<Void> unused =
                    troubles.tell(prompt.where(), prompt.key().with("failed"), e);
            return CompletableFuture.failedFuture(e);
        }
    }
}
