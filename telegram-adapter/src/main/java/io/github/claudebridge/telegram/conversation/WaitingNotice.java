package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.QueueWords;
import io.github.claudebridge.telegram.internal.Timers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells that messages wait, once while a turn runs, with buttons for what can be done about it. Thread-safe. */
final class WaitingNotice {

    /** What somebody decided about what waits. */
    enum Decision {
        NOW,
        DROP
    }

    /** Nobody needs to know of a wait as short as this. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static final String PREFIX = "queue/";
    private static final Pattern KEY = Pattern.compile(PREFIX + "([A-Za-z0-9_-]{1,64})/.*");

    private final SessionName session;
    private final Chat chat;
    private final Timers timers;
    private final IntSupplier waiting;
    private final BooleanSupplier steerable;
    private boolean pending;
    private @Nullable DeliveryKey open;

    /**
     * @param waiting how many wait now
     * @param steerable whether they can be put into the running turn; may take its time
     */
    WaitingNotice(SessionName session, Chat chat, Timers timers, IntSupplier waiting, BooleanSupplier steerable) {
        this.session = session;
        this.chat = chat;
        this.timers = timers;
        this.waiting = waiting;
        this.steerable = steerable;
    }

    /** The session that such a question is about; null where the question was another. */
    static @Nullable SessionName session(DeliveryKey question) {
        Matcher key = KEY.matcher(question.value());
        return key.matches() ? SessionName.of(key.group(1)) : null;
    }

    /**
     * Something waits.
     *
     * @param author whose message waits
     */
    synchronized void show(Audience author) {
        if (!pending && open == null) {
            pending = true;
            Runnable unused = timers.after(PATIENCE, () -> ask(author));
        }
    }

    private void ask(Audience author) {
        ask(author, steerable.getAsBoolean());
    }

    private synchronized void ask(Audience author, boolean canBeSentNow) {
        pending = false;
        int count = waiting.getAsInt();
        if (count == 0 || open != null) {
            return;
        }
        Choice drop = new Choice(Decision.DROP.name(), QueueWords.DROP, Choice.Style.DANGER);
        List<Choice> choices =
                canBeSentNow ? List.of(new Choice(Decision.NOW.name(), QueueWords.NOW), drop) : List.of(drop);
        DeliveryKey key = new DeliveryKey(PREFIX + session.value() + "/" + UUID.randomUUID());
        open = key;
        Question question =
                new Question(Plain.text(QueueWords.waiting(count, canBeSentNow)), choices, author.people()).quietly();
        CompletableFuture<Void> unused = chat.ask(author.chat(), key, question);
    }

    /** Whether this is the notice of now; it is answered then. */
    synchronized boolean isAnsweredBy(DeliveryKey question) {
        boolean answered = question.equals(open);
        if (answered) {
            open = null;
        }
        return answered;
    }

    /** Something waits no more; the notice goes with the last of it. */
    synchronized void look() {
        if (open != null && waiting.getAsInt() == 0) {
            boolean unused = chat.withdraw(open, QueueWords.GOES_ON);
            open = null;
        }
    }
}
