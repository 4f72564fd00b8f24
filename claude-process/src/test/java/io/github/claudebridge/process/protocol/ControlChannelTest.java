package io.github.claudebridge.process.protocol;

import static io.github.claudebridge.process.support.Failures.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ControlChannelTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<Json> sent = new ArrayList<>();
    private final ControlChannel channel = new ControlChannel(
            line -> {
                sent.add(Json.parse(new String(line, StandardCharsets.UTF_8)));
                return true;
            },
            Runnable::run);

    private String lastId() {
        return sent.get(sent.size() - 1).string("request_id").orElseThrow();
    }

    @Test
    void answers_may_come_in_any_order() {
        CompletableFuture<Json> first = channel.request("a", Map.of(), LONG);
        String firstId = lastId();
        CompletableFuture<Json> second = channel.request("b", Map.of(), LONG);
        channel.granted(new Message.Reply(lastId(), Json.parse("{\"n\":2}")));
        channel.granted(new Message.Reply(firstId, Json.parse("{\"n\":1}")));
        assertThat(first.join().number("n")).hasValue(1);
        assertThat(second.join().number("n")).hasValue(2);
    }

    @Test
    void a_refusal_fails_with_its_reason() {
        CompletableFuture<Json> reply = channel.request("a", Map.of(), LONG);
        channel.refused(new Message.Refusal(lastId(), "no", "code"));
        assertThat(errorOf(reply)).isEqualTo(new ClaudeError.RequestRefused("a", "no", "code"));
    }

    @Test
    void silence_fails_when_the_limit_is_over() {
        CompletableFuture<Json> reply = channel.request("a", Map.of(), Duration.ofMillis(20));
        assertThat(errorOf(reply)).isEqualTo(new ClaudeError.RequestTimeout("a", Duration.ofMillis(20)));
        channel.granted(new Message.Reply(lastId(), Json.EMPTY_OBJECT));
    }

    @Test
    void closing_fails_what_is_open_and_what_comes_later() {
        CompletableFuture<Json> open = channel.request("a", Map.of(), LONG);
        channel.close(new ClaudeError.Closed());
        assertThat(errorOf(open)).isEqualTo(new ClaudeError.Closed());
        assertThat(errorOf(channel.request("b", Map.of(), LONG))).isEqualTo(new ClaudeError.Closed());
    }

    @Test
    void a_full_queue_fails_at_once() {
        ControlChannel full = new ControlChannel(line -> false, Runnable::run);
        assertThat(errorOf(full.request("a", Map.of(), LONG))).isEqualTo(new ClaudeError.InputBlocked());
    }

    @Test
    void an_answer_to_nothing_is_ignored() {
        channel.granted(new Message.Reply("unknown", Json.EMPTY_OBJECT));
        channel.refused(new Message.Refusal("unknown", "x", ""));
        assertThat(sent).isEmpty();
    }
}
