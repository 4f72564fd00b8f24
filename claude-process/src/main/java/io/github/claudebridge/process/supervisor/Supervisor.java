package io.github.claudebridge.process.supervisor;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.supervisor.internal.Conversations;
import io.github.claudebridge.process.supervisor.ledger.SweepReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps many conversations, each with at most one process, and with none while it is not needed.
 *
 * <p>A conversation is named by a key of the host's choice. It begins to exist with the first call that names it, and needs no memory to
 * speak of while it has no process. Thread-safe; no method waits, except {@link #close()}.
 */
public final class Supervisor implements AutoCloseable {

    private final Conversations conversations;

    Supervisor(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * Where a supervisor begins.
     *
     * @param source describes conversations, each time a process is to be started
     */
    public static SupervisorBuilder of(ConversationSource source) {
        return new SupervisorBuilder(source);
    }

    /**
     * Sends a prompt. Where there is no process it is started or resumed first; prompts wait meanwhile, and go to it one at a time and
     * in order. A crash harms only the prompt that was with the process: those that waited go to the next one.
     *
     * @return the turn. Its result fails as the source or the start failed, or as the process died while it had the prompt, with a
     *     {@link io.github.claudebridge.process.error.ClaudeException}
     */
    public Turn send(String key, Prompt prompt) {
        return conversations.send(key, prompt);
    }

    /** Sends a prompt into the running turn, as {@link ClaudeProcess#steer} does; where no turn runs it is {@link #send}. */
    public Turn steer(String key, Prompt prompt) {
        return conversations.steer(key, prompt);
    }

    /**
     * Starts the process, unless it lives.
     *
     * @return completes with the process; exceptionally when it cannot be started. Do not keep it: it may be suspended, and replaced by
     *     another
     */
    public CompletableFuture<ClaudeProcess> start(String key) {
        return conversations.start(key);
    }

    /**
     * The process, if it lives, for what is asked of a live one only: interrupting, changing the model. Its idle time begins anew. Do
     * not keep it, and do not send prompts to it: they would bypass the order here.
     */
    public Optional<ClaudeProcess> live(String key) {
        return Optional.ofNullable(conversations.live(key));
    }

    /**
     * Takes back the prompts that wait here; their results are cancelled. The one that is with the process is not touched.
     *
     * @return their ids, in order
     */
    public List<UUID> cancelWaiting(String key) {
        return conversations.cancelWaiting(key);
    }

    /** Changes the idle timeout of a live process; a later one gets its own from the source. */
    public void idleTimeout(String key, Duration timeout) {
        conversations.idleTimeout(key, timeout);
    }

    /**
     * Ends the process, whatever it does. Prompts that wait fail. The next prompt resumes the conversation.
     *
     * @return completes when the process is gone; never exceptionally
     */
    public CompletableFuture<Void> suspend(String key) {
        return conversations.suspend(key);
    }

    /** Like {@link #suspend}, and forgets the conversation, for when it is archived or deleted. */
    public CompletableFuture<Void> forget(String key) {
        return conversations.forget(key);
    }

    /** What an earlier host had left behind, and was ended when this supervisor was made. */
    public SweepReport sweptAtStart() {
        return conversations.swept();
    }

    /** Where a conversation is in its life; suspended where nothing is known of it. */
    public ConversationState state(String key) {
        return conversations.states().getOrDefault(key, ConversationState.SUSPENDED);
    }

    /** Where each conversation is in its life; a copy. */
    public Map<String, ConversationState> states() {
        return conversations.states();
    }

    /** Does what is due by now. The supervisor does so by itself, by the machine's clock; for a host with its own {@code Clock}. */
    public void checkNow() {
        conversations.checkNow();
    }

    /**
     * Ends all processes, side by side, and takes no more prompts. Returns when they are gone and the listener has been told so; after
     * the time set for it at the latest, 20 s by default.
     */
    @Override
    public void close() {
        conversations.close();
    }
}
