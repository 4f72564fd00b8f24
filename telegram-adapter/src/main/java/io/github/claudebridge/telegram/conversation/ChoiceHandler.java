package io.github.claudebridge.telegram.conversation;

import java.util.concurrent.CompletableFuture;

/** Takes the answers to questions. */
@FunctionalInterface
public interface ChoiceHandler {

    /**
     * Takes an answer and returns at once. Every question is answered at most once, apart from choices that
     * {@linkplain Choice#stays leave it open}, but after a crash the same answer may come again.
     *
     * @return as for {@link MessageHandler#handle}
     */
    CompletableFuture<Handled> chosen(Chosen chosen);
}
