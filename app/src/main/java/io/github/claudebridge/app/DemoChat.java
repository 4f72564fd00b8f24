package io.github.claudebridge.app;

import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Somebody's chat with the bot: what is written goes in, what the bot says is printed as soon as it is complete. Thread-safe. */
final class DemoChat {

    static final long USER = 1;

    private final FakeTelegram telegram;
    private final FakeUser user;
    private final PrintWriter out;
    private final Semaphore handled = new Semaphore(0);
    private volatile boolean failed;
    private int printed;

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
        return (message, progress) -> handler.handle(message, progress).whenComplete((outcome, failure) -> {
            printNew();
            if (outcome != Handled.DONE) {
                failed = true;
            }
            handled.release();
        });
    }

    void write(String text) {
        user.sends(text);
    }

    /** Waits until the bot is done with this many messages, those written in the browser included. */
    void awaitHandled(int messages) throws InterruptedException {
        handled.acquire(messages);
    }

    /** Whether something that was written could not be done. */
    boolean hasFailed() {
        return failed;
    }

    private synchronized void printNew() {
        List<SentMessage> messages = telegram.messages(USER);
        messages.subList(printed, messages.size()).forEach(message -> out.println(message.text()));
        out.flush();
        printed = messages.size();
    }
}
