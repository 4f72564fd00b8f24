package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One turn as it is shown: the sign of work, and what is seen of it, from when there is something to see. Thread-safe. */
final class Showing {

    private final TurnPlace place;
    private final Chat chat;
    private final TurnViews views;
    private @Nullable TurnView view;
    private Chat.@Nullable Activity working;
    private boolean over;

    Showing(TurnPlace place, Chat chat, TurnViews views) {
        this.place = place;
        this.chat = chat;
        this.views = views;
        work();
    }

    ChatId where() {
        return place.chat();
    }

    /** Shows it although nothing has happened yet. */
    synchronized Showing atOnce() {
        view();
        return this;
    }

    private TurnView view() {
        if (view == null) {
            view = views.open(place);
        }
        return view;
    }

    synchronized void on(ClaudeEvent event) {
        if (!over) {
            view().on(event);
        }
    }

    /** While a person has to decide, Claude does not work. */
    synchronized void status(Status status) {
        if (!over) {
            if (status == Status.WAITING_FOR_PERMISSION) {
                rest();
            } else {
                work();
            }
            if (view != null) {
                view.status(status);
            }
        }
    }

    synchronized void inFront(boolean front) {
        if (!over && view != null) {
            view.inFront(front);
        }
    }

    synchronized CompletableFuture<Void> end(TurnResult turn) {
        over = true;
        rest();
        return view().end(turn);
    }

    /** Shows it no more; what is to be said about it is said by others. */
    synchronized void close() {
        over = true;
        rest();
        if (view != null) {
            view.close();
        }
    }

    private void work() {
        if (working == null) {
            working = chat.working(place.chat());
        }
    }

    private void rest() {
        if (working != null) {
            working.close();
            working = null;
        }
    }
}
