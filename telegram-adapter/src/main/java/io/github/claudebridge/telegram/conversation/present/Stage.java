package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.TurnPlace;
import io.github.claudebridge.telegram.internal.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What a view of one turn works with. Immutable.
 *
 * @param limits which limits were told, by all views
 */
record Stage(Chat chat, Timers timers, Clock clock, Limits limits, TurnPlace place) {

    /** Often enough that a turn of an hour never looks dead. */
    private static final Duration PACE = Duration.ofSeconds(15);

    Instant now() {
        return clock.instant();
    }

    Story story() {
        return new Story(chat, place, limits, now());
    }

    Board board() {
        return new Board(chat, place.chat());
    }

    Ticking everySoOften(Runnable task) {
        return Ticking.start(timers, PACE, task);
    }
}
