package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.archive.ArchiveMonitor;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.ArchiveWords;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** Shows how far long work is, in one message that changes now and then, with a button to cancel. Thread-safe. */
final class Progress implements ArchiveMonitor {

    static final String CANCEL = "cancel";

    private static final Duration PACE = Duration.ofSeconds(3);

    private final Chat chat;
    private final DeliveryKey key;
    private final Set<Long> people;
    private final Clock clock;
    private final List<IntFunction<String>> phases;
    private int phase;
    private long last;
    private Instant next;
    private volatile boolean cancelled;

    /**
     * Nothing is shown yet.
     *
     * @param key of the question that it is shown as
     * @param people who may cancel
     * @param phases what is said in each phase at so many per cent; a phase begins where the work begins to count anew
     */
    Progress(Chat chat, DeliveryKey key, Set<Long> people, Clock clock, List<IntFunction<String>> phases) {
        this.chat = chat;
        this.key = key;
        this.people = Set.copyOf(people);
        this.clock = clock;
        this.phases = List.copyOf(phases);
        this.next = clock.instant().plus(PACE);
    }

    void begin(ChatId where) {
        CompletableFuture<Void> unused = chat.ask(where, key, question(0));
    }

    private Question question(int percent) {
        return new Question(
                        Plain.text(phases.get(phase).apply(percent)),
                        List.of(new Choice(CANCEL, ArchiveWords.CANCEL)),
                        people)
                .quietly();
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public synchronized boolean progress(long done, long total) {
        if (done < last && phase < phases.size() - 1) {
            phase++;
        }
        last = done;
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(PACE);
            boolean unused = chat.revise(key, question((int) (100 * done / Math.max(1, total))));
        }
        return !cancelled;
    }

    void end(String note) {
        boolean unused = chat.withdraw(key, note);
    }
}
