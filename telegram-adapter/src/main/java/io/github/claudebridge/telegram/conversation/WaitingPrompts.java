package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The prompts that wait while Claude works: people are told, and may put them into the running turn or throw them away. Thread-safe. */
final class WaitingPrompts {

    private final SessionName session;
    private final Workplace at;
    private final PromptQueue queue;
    private final Receipts receipts;
    private final TurnRunner runner;
    private final Attempts attempts;
    private final Executor steering;
    private final WaitingNotice notice;

    /**
     * @param steering runs what puts prompts into a turn
     */
    WaitingPrompts(
            SessionName session,
            Workplace at,
            PromptQueue queue,
            Receipts receipts,
            TurnRunner runner,
            Attempts attempts,
            Executor steering) {
        this.session = session;
        this.at = at;
        this.queue = queue;
        this.receipts = receipts;
        this.runner = runner;
        this.attempts = attempts;
        this.steering = steering;
        this.notice =
                new WaitingNotice(session, at.chat(), at.timers(), queue::waiting, at.features()::reportsMessages);
    }

    /** One more waits. */
    void show(OpenPrompt prompt) {
        receipts.show(prompt, Reaction.QUEUED);
        notice.show(prompt.audience());
    }

    /** One waits no more. */
    void look() {
        notice.look();
    }

    /** Does what somebody chose below a notice that prompts wait; nothing if that notice is not the one of now. */
    void decide(Chosen chosen) {
        if (!notice.isAnsweredBy(chosen.question())) {
            return;
        }
        if (chosen.choiceId().equals(WaitingNotice.Decision.NOW.name())) {
            sendNow();
        } else {
            int unused = drop();
        }
    }

    /** Puts what waits into the turn that runs, if Claude has that turn's prompt already: else it would be overtaken. */
    private void sendNow() {
        Optional<ClaudeProcess> running = at.supervisor().live(session.value());
        boolean isWithClaude = queue.begun().stream().anyMatch(prompt -> is(prompt, StoredPrompt.State.SENT));
        if (!isWithClaude || running.isEmpty()) {
            return;
        }
        for (OpenPrompt prompt : takeUntouched()) {
            receipts.show(prompt, Reaction.WORKING);
            steering.execute(() -> attempts.at(prompt, () -> runner.steer(prompt, running.get())));
        }
    }

    /** Throws away what waits. Returns how many prompts that were. */
    int drop() {
        List<OpenPrompt> waiting = takeUntouched();
        waiting.forEach(prompt -> attempts.drop(prompt, () -> at.prompts().done(prompt.id())));
        notice.look();
        return waiting.size();
    }

    /** What an earlier run had begun waits for its own turn. */
    private List<OpenPrompt> takeUntouched() {
        return queue.takeWaiting(prompt -> is(prompt, StoredPrompt.State.QUEUED));
    }

    private boolean is(OpenPrompt prompt, StoredPrompt.State state) {
        return at.prompts()
                .ofId(prompt.id())
                .filter(stored -> stored.state() == state)
                .isPresent();
    }
}
