package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Prompts;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How prompts come to their ends: each is said, and then noted. Thread-safe. */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final SessionName session;
    private final Prompts prompts;
    private final PromptWitness witness;
    private final Chat chat;
    private final Troubles troubles;
    private final SessionLog log;
    private final TurnWatch watch;

    Endings(SessionName session, Workplace place, Troubles troubles, SessionLog log) {
        this.session = session;
        this.prompts = place.prompts();
        this.witness = place.witness();
        this.chat = place.chat();
        this.troubles = troubles;
        this.log = log;
        this.watch = place.watch();
    }

    /** Claude has reported the end of its turn. */
    CompletableFuture<Handled> reported(OpenPrompt prompt, Showing showing, TurnResult turn) {
        boolean failed = turn.isError() && turn.outcome() != Outcome.INTERRUPTED;
        return finished(prompt, showing.end(turn).thenApply(told -> failed ? Handled.FAILED : Handled.DONE));
    }

    /** It was answered together with another, which says so. */
    CompletableFuture<Handled> answeredWithAnother(OpenPrompt prompt) {
        return finished(prompt, CompletableFuture.completedFuture(Handled.DONE));
    }

    /**
     * The turn has no end that Claude has reported.
     *
     * @param sent whether Claude may have the prompt
     */
    CompletableFuture<Handled> failed(OpenPrompt prompt, boolean sent, Throwable cause) {
        ClaudeError error = cause instanceof ClaudeException known ? known.error() : null;
        if (cause instanceof CancellationException) {
            return stopped(prompt);
        }
        if (error instanceof ClaudeError.SessionNotFound) {
            return ask(prompt, PromptQuestions.historyGone(prompt.stored()));
        }
        if (sent && error != null && !(error instanceof ClaudeError.InputBlocked)) {
            return settle(prompt);
        }
        log.failure(String.valueOf(cause.getMessage()));
        return finished(
                prompt,
                troubles.tell(prompt.where(), prompt.key().with("failed"), cause)
                        .thenApply(told -> Handled.FAILED));
    }

    /** Nothing of it is left to be said to Claude; why was told. */
    CompletableFuture<Handled> nothingToSay(OpenPrompt prompt) {
        return unspoken(prompt, CompletableFuture.completedFuture(null));
    }

    /** It must not be given to Claude. */
    CompletableFuture<Handled> refused(OpenPrompt prompt, String why) {
        return unspoken(prompt, chat.failure(prompt.where(), prompt.key().with("refused"), why));
    }

    /** Claude never hears of it: nothing of what the session does ends with it, and nothing of the session is its writer's. */
    private CompletableFuture<Handled> unspoken(OpenPrompt prompt, CompletableFuture<Void> told) {
        note(() -> prompts.done(prompt.id()));
        return told.thenApply(said -> Handled.FAILED);
    }

    /** Somebody stopped it before Claude had it. */
    CompletableFuture<Handled> stopped(OpenPrompt prompt) {
        return finished(
                prompt,
                chat.notice(prompt.where(), prompt.key(), TurnWords.STOPPED).thenApply(told -> Handled.DONE));
    }

    /** Claude had the prompt, and the process that had it is gone: Claude's own file tells. */
    CompletableFuture<Handled> settle(OpenPrompt prompt) {
        StoredPrompt stored = prompts.ofId(prompt.id()).orElse(prompt.stored());
        return settle(prompt, witness.fateOf(stored));
    }

    CompletableFuture<Handled> settle(OpenPrompt prompt, PromptFate fate) {
        if (fate instanceof PromptFate.Answered && isAnsweredWithAnother(prompt)) {
            return answeredWithAnother(prompt);
        }
        if (fate instanceof PromptFate.Answered answered) {
            return finished(
                    prompt,
                    chat.answer(prompt.where(), prompt.key(), Answer.of(Words.answer(answered.text(), false)))
                            .thenApply(told -> Handled.DONE));
        }
        if (fate instanceof PromptFate.Failed failure) {
            return finished(
                    prompt,
                    chat.failure(prompt.where(), prompt.key().with("failed"), TurnWords.failed(failure.error()))
                            .thenApply(told -> Handled.FAILED));
        }
        return ask(
                prompt,
                fate instanceof PromptFate.Unseen
                        ? PromptQuestions.neverSeen(prompt.stored())
                        : PromptQuestions.cutOff(prompt.stored()));
    }

    /** What was put into a turn has the answer of that turn; whoever began it gets it, or has it. */
    private boolean isAnsweredWithAnother(OpenPrompt prompt) {
        StoredPrompt stored = prompts.ofId(prompt.id()).orElse(prompt.stored());
        return witness.answeredIn(stored)
                .flatMap(prompts::ofId)
                .filter(first -> first.state() != StoredPrompt.State.QUEUED)
                .isPresent();
    }

    private CompletableFuture<Handled> ask(OpenPrompt prompt, Question question) {
        CompletableFuture<Void> asked = chat.ask(prompt.where(), PromptQuestions.key(prompt.stored()), question);
        // Without a question nobody could decide: then it is looked at again after the next start.
        if (!asked.isCompletedExceptionally()) {
            note(() -> prompts.asked(prompt.id()));
        }
        return asked.thenApply(told -> Handled.FAILED);
    }

    /** What is to be said about it is stored, so nothing is left to do with Claude. */
    private CompletableFuture<Handled> finished(OpenPrompt prompt, CompletableFuture<Handled> told) {
        watch.settled(session, prompt.audience());
        note(() -> prompts.done(prompt.id()));
        return told;
    }

    /** What cannot be noted is settled again after the next start, and then it is not said twice. */
    private void note(Runnable change) {
        try {
            change.run();
        } catch (JournalException e) {
            LOG.error("The end of a prompt for session {} was not noted: {}", session.value(), e.getMessage());
        }
    }
}
