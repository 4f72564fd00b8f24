package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.TurnPlace;
import io.github.claudebridge.telegram.conversation.TurnView;
import io.github.claudebridge.telegram.conversation.TurnViews;
import io.github.claudebridge.telegram.internal.Timers;
import java.time.Clock;

/** Opens the view of a turn that its output mode wants. Thread-safe. */
public final class Views implements TurnViews {

    private final Chat chat;
    private final Timers timers;
    private final Clock clock;
    private final Limits limits = new Limits();

    public Views(Chat chat, Timers timers, Clock clock) {
        this.chat = chat;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public TurnView open(TurnPlace place) {
        Stage stage = new Stage(chat, timers, clock, limits, place);
        if (place.mode() == OutputMode.VERBOSE && place.inFront()) {
            return new VerboseView(stage);
        }
        return place.mode() == OutputMode.SMART ? new SmartView(stage) : new DefaultView(stage);
    }
}
