package io.github.claudebridge.telegram.testing.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.net.URI;
import java.util.List;

/** The fake server of this project. */
final class OurServer implements ComparedServer {

    private final FakeTelegram telegram = FakeTelegram.start();
    private final FakeUser person = telegram.user(7, "Ann");

    @Override
    public URI root() {
        return telegram.apiRoot();
    }

    @Override
    public String token() {
        return telegram.token();
    }

    @Override
    public void writes(String text) {
        person.sends(text);
    }

    @Override
    public void presses(JsonNode message, String button) {
        person.presses(message.path("message_id").asLong(), button);
    }

    @Override
    public List<String> shown() {
        return telegram.messages(person.id()).stream().map(SentMessage::text).toList();
    }

    @Override
    public void close() {
        telegram.close();
    }
}
