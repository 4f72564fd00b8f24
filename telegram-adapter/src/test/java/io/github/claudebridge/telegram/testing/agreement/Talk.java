package io.github.claudebridge.telegram.testing.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.BotClient;
import java.util.ArrayList;
import java.util.List;

/** A conversation with one server, and what can be compared of it. Not thread-safe. */
final class Talk {

    private final ComparedServer server;
    private final BotClient bot;
    private final Essentials essentials = new Essentials();
    private final List<String> heard = new ArrayList<>();

    Talk(ComparedServer server) {
        this.server = server;
        this.bot = new BotClient(server.root(), server.token());
    }

    ComparedServer server() {
        return server;
    }

    BotClient bot() {
        return bot;
    }

    /** Calls a method and notes the answer; returns its result. */
    JsonNode call(String method, Object... namesAndValues) {
        JsonNode answer = bot.call(method, namesAndValues).json();
        note(answer);
        return answer.path("result");
    }

    /** Notes an answer to a call. */
    void note(JsonNode answer) {
        heard.add(essentials.of(answer));
    }

    /** Notes what the person sees. */
    void look() {
        heard.add("shown: " + server.shown());
    }

    List<String> heard() {
        return heard;
    }
}
