package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Progress;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import io.github.claudebridge.telegram.journal.Updates;
import java.util.List;

/** Notes how far the updates of a message got. */
record UpdateProgress(Updates journal, List<StoredUpdate> updates, DeliveryKey key) implements Progress {

    @Override
    public void started() {
        updates.forEach(update -> journal.started(update.id()));
    }

    @Override
    public void answered(String markdown) {
        updates.forEach(update -> journal.answered(update.id(), markdown));
    }
}
