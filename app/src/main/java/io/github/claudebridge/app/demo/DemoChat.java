package io.github.claudebridge.app.demo;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.PrintWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Somebody's chat with the bot: what is written goes in, what the bot says is printed as soon as it is complete. Thread-safe. */
final class DemoChat {

    static final long USER = 1;

    private final FakeTelegram telegram;
    private final FakeUser user;
    private final PrintWriter out;
    private final Map<Long, String> printed = new HashMap<>();
    private int begun;
    private int working;
    private boolean failed;

    DemoChat(FakeTelegram telegram, PrintWriter out) {
        this.telegram = telegram;
        this.user = telegram.user(USER, "You");
        this.out = out;
    }

    /** The same chat as a page for the browser. */
    URI page() {
        return telegram.chatPage(user);
    }

    /** The handler, watched for the end of what it does. */
    MessageHandler watching(MessageHandler handler) {
        return new MessageHandler() {
            @Override
            public CompletableFuture<Handled> handle(UserMessage message, DeliveryKey key) {
                begin();
                try {
                    return handler.handle(message, key).whenComplete((outcome, failure) -> end(outcome));
                } catch (RuntimeException e) {
                    end(Handled.FAILED);
                    throw e;
                }
            }

            @Override
            public CompletableFuture<Handled> edited(UserMessage message, DeliveryKey key) {
                return handler.edited(message, key);
            }

            @Override
            public CompletableFuture<Handled> stopped(ChatId chat, long userId, DeliveryKey key) {
                return handler.stopped(chat, userId, key);
            }
        };
    }

    private synchronized void begin() {
        begun++;
        working++;
    }

    private synchronized void end(@Nullable Handled outcome) {
        working--;
        failed |= outcome != Handled.DONE;
        printNew();
        notifyAll();
    }

    void write(String text) {
        user.sends(text);
    }

    /** Waits until the bot has begun with at least this many messages, and is done with all, those from the browser included. */
    synchronized void awaitDone(int messages) throws InterruptedException {
        while (begun < messages || working > 0) {
            wait();
        }
    }

    /** Whether something that was written could not be done. */
    synchronized boolean hasFailed() {
        return failed;
    }

    /** Prints what is there to be read and was not printed as it is now. */
    private void printNew() {
        for (SentMessage message : telegram.messages(USER)) {
            if (!message.text().equals(printed.put(message.messageId(), message.text()))) {
                out.println(message.text());
            }
        }
        out.flush();
    }
}
