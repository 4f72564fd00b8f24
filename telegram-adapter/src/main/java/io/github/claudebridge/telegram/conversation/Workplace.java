package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.journal.Prompts;
import java.time.Clock;
import java.util.List;

/** What all conversations work with. Immutable. */
record Workplace(
        Supervisor supervisor,
        SessionStore store,
        Prompts prompts,
        PromptWitness witness,
        CliFeatures features,
        Chat chat,
        TurnViews views,
        PromptFiles files,
        Front front,
        TurnWatch watch,
        Timers timers,
        Clock clock,
        List<SessionSetup> setups) {}
