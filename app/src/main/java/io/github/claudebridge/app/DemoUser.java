package io.github.claudebridge.app;

import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Somebody who writes to the bot and waits for what it says. Not thread-safe. */
final class DemoUser {

    static final long ID = 1;

    private final FakeTelegram telegram;
    private final FakeUser user;
    private final Semaphore handled = new Semaphore(0);
    private int read;

    DemoUser(FakeTelegram telegram) {
        this.telegram = telegram;
        this.user = telegram.user(ID, "You");
    }

    /** The handler, watched for the end of what it does. */
    MessageHandler watching(MessageHandler handler) {
        return (message, started) ->
                handler.handle(message, started).whenComplete((done, failure) -> handled.release());
    }

    /** Writes to the bot and waits until it is done; what it said. */
    List<String> ask(String text) throws InterruptedException {
        user.sends(text);
        handled.acquire();
        List<SentMessage> messages = telegram.messages(ID);
        List<String> fresh = messages.subList(read, messages.size()).stream()
                .map(SentMessage::text)
                .toList();
        read = messages.size();
        return fresh;
    }
}
