package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.journal.Journal;
import java.time.Clock;
import java.util.List;

/**
 * What the conversations of a bot work with. Immutable.
 *
 * @param setups have a hand in the start of every process, in this order
 * @param watches look at every turn, in this order
 */
public record Surroundings(
        SessionStore store,
        ClaudeCommand claude,
        Journal journal,
        Chat chat,
        TurnViews views,
        PromptFiles files,
        Timers timers,
        Clock clock,
        List<SessionSetup> setups,
        List<TurnWatch> watches) {

    public Surroundings {
        setups = List.copyOf(setups);
        watches = List.copyOf(watches);
    }
}
