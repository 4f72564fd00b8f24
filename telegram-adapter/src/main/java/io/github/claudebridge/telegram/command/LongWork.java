package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.ArchiveCancelledException;
import io.github.claudebridge.session.archive.ArchiveMonitor;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Manual;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Long work of commands that shows its progress and can be cancelled. Thread-safe. */
final class LongWork {

    private static final String KEYS = "progress";

    private final Reach reach;
    private final Map<DeliveryKey, Progress> running = new ConcurrentHashMap<>();

    LongWork(Reach reach) {
        this.reach = reach;
    }

    /**
     * Begins it.
     *
     * @param press what it was asked for with
     * @param command whose button cancels it
     * @param phases as for {@link Progress}
     */
    Reply begin(Press press, Manual command, List<IntFunction<String>> phases, Function<ArchiveMonitor, Reply> work) {
        DeliveryKey key = press.key().in(command.name() + "/" + KEYS);
        Set<Long> people = press.userId() == 0 ? Set.of() : Set.of(press.userId());
        Progress progress = new Progress(reach.chat(), key, people, reach.clock(), phases);
        running.put(key, progress);
        progress.begin(press.chat());
        return reach.working(() -> {
            String note = ArchiveWords.NOT_DONE;
            try {
                Reply reply = work.apply(progress);
                note = ArchiveWords.DONE;
                return reply;
            } catch (ArchiveCancelledException e) {
                throw new Refusal(ArchiveWords.CANCELLED);
            } finally {
                running.remove(key);
                progress.end(note);
            }
        });
    }

    /** Takes a press of the button that cancels; whether it was one. */
    boolean cancelled(Press press) {
        if (!press.subject().equals(KEYS)) {
            return false;
        }
        Progress progress = running.get(press.question());
        if (progress != null) {
            progress.cancel();
        }
        return true;
    }
}
