package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.session.SessionName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who watch turns. What fails in one of them is logged, and harms neither the turn nor the others; but none who may refuse is passed over. */
final class TurnWatches implements TurnWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TurnWatches.class);

    private final List<TurnWatch> watches;

    TurnWatches(List<TurnWatch> watches) {
        this.watches = watches;
    }

    @Override
    public Optional<String> refuses(SessionName session, Audience audience) {
        return watches.stream()
                .flatMap(watch -> watch.refuses(session, audience).stream())
                .findFirst();
    }

    @Override
    public void begins(SessionName session, Audience audience, DeliveryKey key, int length) {
        each(session, watch -> watch.begins(session, audience, key, length));
    }

    @Override
    public void ended(SessionName session, Audience audience, TurnResult turn) {
        each(session, watch -> watch.ended(session, audience, turn));
    }

    @Override
    public void settled(SessionName session, Audience audience) {
        each(session, watch -> watch.settled(session, audience));
    }

    private void each(SessionName session, Consumer<TurnWatch> what) {
        for (TurnWatch watch : watches) {
            try {
                what.accept(watch);
            } catch (RuntimeException e) {
                LOG.error("Something around a turn of session {} failed.", session.value(), e);
            }
        }
    }
}
