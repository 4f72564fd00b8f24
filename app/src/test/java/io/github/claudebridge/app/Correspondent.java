package io.github.claudebridge.app;

import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody who writes to the bot in a chat and a session of their own, and lets it try again whatever was cut off. */
final class Correspondent {

    private final FakeTelegram telegram;
    private final FakeUser user;
    private final String session;
    private final List<String> written = new ArrayList<>();
    private final Set<Long> pressed = new HashSet<>();

    Correspondent(FakeTelegram telegram, long id) {
        this.telegram = telegram;
        this.user = telegram.user(id, "User" + id);
        this.session = "session" + id;
    }

    void begins() {
        user.sends("/new " + session);
    }

    /** Writes one more message, with an answer that no other message has; every other one takes a second. */
    void writes() {
        String text = session + "-message-" + written.size() + "-end";
        written.add(text);
        user.sends((written.size() % 2 == 0 ? "slow 1 " : "say ") + text);
    }

    /** The answers that have not come. */
    List<String> missing() {
        List<String> said = said();
        return written.stream().filter(text -> !said.contains(text)).toList();
    }

    /** How many answers came more than once, each time counted. */
    long repeated() {
        List<String> said = said();
        return written.stream()
                .mapToLong(
                        text -> Math.max(0, said.stream().filter(text::equals).count() - 1))
                .sum();
    }

    /** Decides that what was cut off is tried again; each question once. */
    void decides() {
        telegram.messages(user.id()).stream()
                .filter(message -> message.button("Retry").isPresent() && pressed.add(message.messageId()))
                .forEach(message -> user.presses(message.messageId(), "Retry"));
    }

    int decisions() {
        return pressed.size();
    }

    List<String> written() {
        return written;
    }

    /** Everything that the bot said in this chat. */
    List<String> said() {
        return telegram.messages(user.id()).stream().map(SentMessage::text).toList();
    }
}
