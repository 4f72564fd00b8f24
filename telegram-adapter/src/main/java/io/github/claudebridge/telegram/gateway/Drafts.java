package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.redact.Redactor;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The drafts that are open, and the chats that cannot show any. Thread-safe. */
final class Drafts {

    private final Loop loop;
    private final Sender sender;
    private final ChatMoves moves;
    private final Redactor redactor;
    private final DraftNotes notes;
    private final AtomicInteger numbers =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1, 100_000_000));
    private final Set<Long> withoutDrafts = ConcurrentHashMap.newKeySet();
    private final Set<LiveDraft> open = new LinkedHashSet<>();

    Drafts(Loop loop, Sender sender, ChatMoves moves, Redactor redactor, DraftNotes notes) {
        this.loop = loop;
        this.sender = sender;
        this.moves = moves;
        this.redactor = redactor;
        this.notes = notes;
    }

    /** Takes away what an earlier run left in the chats. */
    void takeAwayWhatIsLeft() {
        notes.left().forEach(left -> sender.submit(new LeftDraft(new ChatId(left.chatId()), left.messageId(), notes)));
    }

    /** A message stands for the draft now. */
    void shown(LiveDraft draft, long messageId) {
        notes.shown(moves.now(draft.chat()).value(), messageId);
    }

    /** That message is gone. */
    void gone(LiveDraft draft, long messageId) {
        notes.gone(moves.now(draft.chat()).value(), messageId);
    }

    /** Groups have no drafts, so there a message is edited instead. */
    synchronized Draft open(ChatId chat) {
        boolean edits = chat.value() < 0 || withoutDrafts.contains(chat.value());
        LiveDraft draft =
                new LiveDraft(chat, numbers.incrementAndGet(), edits, new Frame(redactor), loop, sender, this);
        open.add(draft);
        return draft;
    }

    synchronized void closed(LiveDraft draft) {
        open.remove(draft);
    }

    /**
     * Notes that somebody stopped a draft.
     *
     * @return where it was opened; empty if it is not open
     */
    Optional<ChatId> stop(int number) {
        Optional<LiveDraft> stopped;
        synchronized (this) {
            stopped = open.stream().filter(draft -> draft.number() == number).findFirst();
        }
        stopped.ifPresent(LiveDraft::stopped);
        return stopped.map(LiveDraft::chat);
    }

    /** This chat shows no drafts, now and in future. */
    void impossibleIn(ChatId chat) {
        withoutDrafts.add(chat.value());
    }

    /** A message took the drafts of the chat away. */
    void messageArrived(ChatId chat) {
        Set<LiveDraft> affected;
        synchronized (this) {
            affected = new HashSet<>(open);
        }
        affected.stream().filter(draft -> moves.now(draft.chat()).equals(chat)).forEach(LiveDraft::redraw);
    }
}
