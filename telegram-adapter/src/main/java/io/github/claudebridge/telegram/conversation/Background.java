package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.event.BackgroundTask;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.SuspendReason;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.PromptPart;
import io.github.claudebridge.telegram.journal.Prompts;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session does beside the talk, and will speak about without being asked. It is noted in the journal as long as people have to hear
 * of it, so that they do also when the process or the bot is killed before. Thread-safe.
 */
final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final SessionName session;
    private final Workplace at;
    private List<String> tasks = List.of();
    private @Nullable StoredPrompt noted;
    private boolean speaking;

    Background(SessionName session, Workplace at) {
        this.session = session;
        this.at = at;
    }

    /**
     * Other tasks run than before.
     *
     * @param audience who hears of their end; empty where that is not known
     */
    synchronized void on(List<BackgroundTask> running, Optional<Audience> audience) {
        tasks = running.stream().map(BackgroundTask::description).toList();
        audience.ifPresent(this::note);
    }

    private void note(Audience audience) {
        Optional<UUID> claude = at.supervisor().live(session.value()).map(ClaudeProcess::sessionId);
        if (noted == null && !tasks.isEmpty() && claude.isPresent()) {
            String key = SessionKeys.background(session, at.clock().instant()).value();
            String text = String.join(", ", tasks);
            try {
                StoredPrompt stored = at.prompts()
                        .accept(
                                List.of(new PromptPart(key, 0, audience.userId(), text)),
                                session.value(),
                                audience.chat().value(),
                                audience.chat().topic(),
                                text);
                at.prompts().sent(stored.id(), claude.get());
                noted = stored;
            } catch (JournalException e) {
                LOG.error("Background work of session {} was not noted: {}", session.value(), e.getMessage());
            }
        }
    }

    /** A turn begins that nobody asked for. Returns the key under which it is told. */
    synchronized DeliveryKey speaks() {
        speaking = true;
        return noted == null ? SessionKeys.about(session) : new DeliveryKey(noted.key());
    }

    /** Such a turn was told. What still runs will have another. */
    synchronized void told(Audience audience) {
        speaking = false;
        forget();
        note(audience);
    }

    /** A prompt is next, or its turn is over: what had ended by now has been spoken about, unless that is being done. */
    synchronized void look() {
        if (tasks.isEmpty() && !speaking) {
            forget();
        }
    }

    private void forget() {
        if (noted != null) {
            done(at.prompts(), noted);
            noted = null;
        }
    }

    /** Something has happened to the process. What it did in the background is gone with it; when the bot stops, the next run tells. */
    synchronized void heard(SupervisorEvent event) {
        boolean died = event instanceof SupervisorEvent.Crashed;
        boolean ended =
                event instanceof SupervisorEvent.Suspended suspended && suspended.reason() != SuspendReason.CLOSED;
        if ((died || ended) && noted != null) {
            if (died || !tasks.isEmpty()) {
                settle(noted, at);
            } else {
                forget();
            }
            tasks = List.of();
            speaking = false;
            noted = null;
        }
    }

    /** Tells what became of background work whose process is dead: what Claude said about it, or that it is gone. */
    static void settle(StoredPrompt noted, Workplace at) {
        DeliveryKey key = new DeliveryKey(noted.key());
        if (!at.chat().hasSaid(key) && !at.chat().hasSaid(key.with("failed"))) {
            CompletableFuture<Void> unused = new BackgroundEnd(at).tell(noted, key);
        }
        done(at.prompts(), noted);
    }

    private static void done(Prompts prompts, StoredPrompt noted) {
        try {
            prompts.done(noted.id());
        } catch (JournalException e) {
            LOG.error("The end of background work was not noted: {}", e.getMessage());
        }
    }
}
