package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Draft;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** One draft: an errand that is done again and again, each time with the newest state. Thread-safe. */
final class LiveDraft implements Draft, Errand {

    private static final RenderedMessage NOTHING_YET = new RenderedMessage("…", List.of());

    private final ChatId chat;
    private final int number;
    private final Loop loop;
    private final Sender sender;
    private final Drafts drafts;
    private final Frame frame;
    private final Instant began;
    private boolean edits;
    private boolean closed;
    private boolean stopped;
    private boolean over;
    private boolean deleting;
    /** Grows whenever it is to be drawn though the text may be the same. */
    private int wanted = 1;

    private int wantedOnTheWay;
    private int drawn;
    private boolean queued;
    private @Nullable RenderedMessage shown;
    private @Nullable RenderedMessage onTheWay;
    private Instant shownAt = Instant.MIN;
    private long messageId;

    /**
     * @param number names the draft in its chat, not 0
     * @param edits whether a message is edited, because the chat shows no drafts
     */
    LiveDraft(ChatId chat, int number, boolean edits, Frame frame, Loop loop, Sender sender, Drafts drafts) {
        this.chat = chat;
        this.number = number;
        this.edits = edits;
        this.frame = frame;
        this.loop = loop;
        this.sender = sender;
        this.drafts = drafts;
        this.began = loop.now();
        queue();
    }

    /** Many changes between two frames are one errand. */
    private void queue() {
        if (!queued) {
            queued = true;
            sender.submit(this);
        }
    }

    @Override
    public synchronized void headline(String line) {
        frame.headline(line);
        queue();
    }

    @Override
    public synchronized void append(String markdown) {
        frame.append(markdown);
        queue();
    }

    @Override
    public synchronized void restart() {
        frame.restart();
        queue();
    }

    int number() {
        return number;
    }

    /** Telegram has taken the draft away, because somebody pressed its stop button; it stays away. */
    synchronized void stopped() {
        stopped = !edits;
    }

    /** Draws it again, though it has not changed. */
    synchronized void redraw() {
        if (!edits && !closed) {
            wanted++;
            shownAt = Instant.MIN;
            queue();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            drafts.closed(this);
            queue();
        }
    }

    @Override
    public ChatId chat() {
        return chat;
    }

    @Override
    public Lane lane() {
        return Lane.COSMETIC;
    }

    @Override
    public synchronized double cost() {
        return edits ? 1 : 0.5;
    }

    @Override
    public synchronized Instant due() {
        if (closed || shownAt.equals(Instant.MIN)) {
            return Instant.MIN;
        }
        return shownAt.plus(FramePace.spacing(Duration.between(began, shownAt), edits));
    }

    @Override
    public synchronized Optional<Call> call() {
        queued = false;
        if (over || stopped || (closed && messageId == 0)) {
            return Optional.empty();
        }
        if (closed) {
            deleting = true;
            return Optional.of((client, where) -> client.executeAsync(Wire.delete(where, messageId)));
        }
        RenderedMessage next = frame.drawn().orElse(NOTHING_YET);
        if (next.equals(shown) && wanted == drawn) {
            return Optional.empty();
        }
        onTheWay = next;
        wantedOnTheWay = wanted;
        return Optional.of(call(next));
    }

    private Call call(RenderedMessage next) {
        MessageBody plain = MessageBody.of(next);
        if (!edits) {
            return (client, where) -> client.executeAsync(Wire.draft(where, number, plain));
        }
        MessageBody body = plain.withButtons(List.of(new MessageBody.Button(Words.STOP, Stops.data(number), null)));
        if (messageId == 0) {
            return (client, where) -> client.executeAsync(Wire.sendMessage(where, body, true));
        }
        return (client, where) -> client.executeAsync(Wire.editMessage(where, messageId, body));
    }

    @Override
    public synchronized void done(Object result) {
        if (deleting) {
            over = true;
            drafts.gone(this, messageId);
            return;
        }
        if (result instanceof Message message && messageId == 0) {
            messageId = message.getMessageId();
            drafts.shown(this, messageId);
        }
        shown = onTheWay;
        drawn = wantedOnTheWay;
        shownAt = loop.now();
        // The state may have changed while this frame was on its way, or the draft may have been closed.
        queue();
        if (!edits && !closed) {
            Instant lastDrawn = shownAt;
            loop.after(FramePace.KEEP_ALIVE, () -> keepAlive(lastDrawn));
        }
    }

    private synchronized void keepAlive(Instant lastDrawn) {
        if (!closed && shownAt.equals(lastDrawn)) {
            redraw();
        }
    }

    @Override
    public synchronized boolean refused(String reason) {
        if (!edits && reason.contains("TEXTDRAFT_PEER_INVALID")) {
            drafts.impossibleIn(chat);
            edits = true;
            wanted++;
            return true;
        }
        boolean lost = edits && messageId != 0 && !closed && reason.contains("message to edit not found");
        if (lost || deleting) {
            drafts.gone(this, messageId);
        }
        if (lost) {
            messageId = 0;
            wanted++;
        }
        over = over || deleting;
        return lost;
    }

    @Override
    public synchronized void impossible(String reason) {
        over = true;
        closed = true;
        drafts.closed(this);
    }
}
