package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stop buttons: Telegram's own at a draft, and ours at a message that is edited instead. Either counts as long as the draft is open,
 * so that a late press does not stop what began after it. Thread-safe.
 */
final class Stops {

    private static final Pattern DATA = Pattern.compile("stop:([0-9]{1,9})");

    private final Drafts drafts;
    private final MessageHandler handler;

    Stops(Drafts drafts, MessageHandler handler) {
        this.drafts = drafts;
        this.handler = handler;
    }

    /** What our button carries. */
    static String data(int draft) {
        return "stop:" + draft;
    }

    /** The draft that our button belongs to; empty if it is another button. */
    static Optional<Integer> draft(String data) {
        Matcher matcher = DATA.matcher(data);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    CompletableFuture<Handled> take(int draft, long userId, DeliveryKey key) {
        Optional<ChatId> chat = drafts.stop(draft);
        return chat.isPresent()
                ? handler.stopped(chat.get(), userId, key)
                : CompletableFuture.completedFuture(Handled.DONE);
    }
}
