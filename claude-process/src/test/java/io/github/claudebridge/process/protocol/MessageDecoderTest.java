package io.github.claudebridge.process.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.event.ApiFailure;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Malformed;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.event.Unknown;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.support.CliLines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MessageDecoderTest {

    private static List<Message> decode(String line) {
        List<Message> messages = new ArrayList<>();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        new MessageDecoder().decode(bytes, 0, bytes.length, messages::add);
        return messages;
    }

    private static ClaudeEvent event(String line) {
        List<Message> messages = decode(line);
        assertThat(messages).hasSize(1);
        return ((Message.Event) messages.get(0)).event();
    }

    @Test
    void reads_text_as_it_streams_and_as_a_block() {
        assertThat(event(CliLines.delta("hé"))).isEqualTo(new Output("hé", true, "", null, false, false));
        assertThat(event(CliLines.text("all"))).isEqualTo(new Output("all", false, "m1", null, false, false));
    }

    @Test
    void reads_every_block_of_a_line() {
        List<Message> messages = decode("""
                {"type":"assistant","parent_tool_use_id":"t0","message":{"id":"m","content":[
                 {"type":"thinking","thinking":"hm"},{"type":"tool_use","id":"t1","name":"Bash","input":{"command":"ls"}}]}}""".replace("\n", ""));
        assertThat(messages)
                .containsExactly(
                        new Message.Event(new Thinking("hm", false, "m", "t0")),
                        new Message.Event(new ToolUse("t1", "Bash", Json.parse("{\"command\":\"ls\"}"), "t0")));
    }

    @Test
    void reads_a_result_wherever_its_type_stands() {
        ClaudeEvent event = event("{\"is_error\":true,\"subtype\":\"success\",\"terminal_reason\":\"api_error\","
                + "\"api_error_status\":529,\"total_cost_usd\":0.5,\"duration_ms\":7,\"type\":\"result\",\"num_turns\":2,"
                + "\"model_usage_since_last_result\":{\"a\":{\"costUSD\":0.1},\"b\":{\"costUSD\":0.2}},"
                + "\"origin\":{\"kind\":\"task-notification\"},\"user_message_uuids\":[\"u\",3]}");
        assertThat(event).isInstanceOfSatisfying(ResultMessage.class, result -> {
            assertThat(result.error()).isTrue();
            assertThat(result.apiErrorStatus()).hasValue(529);
            assertThat(result.costSinceLastUsd().orElseThrow())
                    .isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(result.duration()).isEqualTo(Duration.ofMillis(7));
            assertThat(result.origin()).isEqualTo("task-notification");
            assertThat(result.messageIds()).containsExactly("u");
            assertThat(result.text()).isNull();
        });
    }

    @Test
    void tells_an_api_error_from_an_answer() {
        assertThat(event("{\"type\":\"assistant\",\"is_api_error_message\":true,\"error\":\"authentication_failed\","
                        + "\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"Not logged in\"}]}}"))
                .isEqualTo(new ApiFailure("Not logged in", "authentication_failed", OptionalInt.empty()));
    }

    @Test
    void reads_questions_withdrawals_and_answers() {
        assertThat(decode(CliLines.ask("r1", "{\"subtype\":\"hook_callback\",\"callback_id\":\"h\",\"input\":{}}")))
                .containsExactly(new Message.Ask("r1", new CliQuestion.RunHook("h", Json.EMPTY_OBJECT)));
        assertThat(decode(CliLines.ask("r2", "{\"subtype\":\"something_new\"}")))
                .containsExactly(new Message.Ask("r2", new CliQuestion.Unsupported("something_new")));
        assertThat(decode(CliLines.withdrawal("r1"))).containsExactly(new Message.Withdrawal("r1"));
        assertThat(decode(CliLines.granted("h1", "{\"a\":1}")))
                .containsExactly(new Message.Reply("h1", Json.parse("{\"a\":1}")));
        assertThat(decode("{\"type\":\"control_response\",\"response\":{\"subtype\":\"error\",\"request_id\":\"h2\","
                        + "\"error\":\"no\",\"error_code\":\"c\"}}"))
                .containsExactly(new Message.Refusal("h2", "no", "c"));
    }

    @Test
    void keeps_what_it_does_not_know_as_json() {
        String line = "{\"type\":\"brand_new\",\"subtype\":\"x\",\"deep\":{\"a\":[1,2]}}";
        assertThat(event(line)).isEqualTo(new Unknown("brand_new", "x", Json.parse(line)));
        assertThat(event("{\"type\":\"system\",\"subtype\":\"also_new\"}")).isInstanceOf(Unknown.class);
        assertThat(event("{}")).isEqualTo(new Unknown("", "", Json.EMPTY_OBJECT));
    }

    @Test
    void keeps_the_text_of_what_it_hands_on_as_the_cli_wrote_it() {
        String line = "{ \"type\":\"new\",\"a\":1,\"a\":2.0,\"text\":\"\\u00e9\" }";
        assertThat(event(line)).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.json().text()).isEqualTo(line);
            assertThat(unknown.json().number("a")).hasValue(2);
            assertThat(unknown.json().string("text")).contains("é");
        });
    }

    @Test
    void events_of_one_line_share_what_they_copy_of_it() {
        List<Message> messages = decode("{\"type\":\"assistant\",\"message\":{\"content\":["
                + "{\"type\":\"brand_new\"},{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"brand_new\"}]}}");
        Unknown first = (Unknown) ((Message.Event) messages.get(0)).event();
        Unknown last = (Unknown) ((Message.Event) messages.get(2)).event();
        assertThat(last.json()).isSameAs(first.json());
    }

    @Test
    void a_line_that_is_too_deep_for_the_stack_is_malformed_and_no_more() throws InterruptedException {
        List<Message> messages = new CopyOnWriteArrayList<>();
        Thread small = new Thread(null, () -> messages.addAll(decode("[".repeat(990))), "small stack", 64 << 10);
        small.start();
        small.join(20_000);
        assertThat(messages).singleElement().matches(MessageDecoderTest::isMalformed);
    }

    @Test
    void a_time_that_will_never_be_is_left_out() {
        assertThat(
                        event(
                                "{\"type\":\"rate_limit_event\",\"rate_limit_info\":{\"status\":\"allowed\",\"resetsAt\":1e30}}"))
                .isEqualTo(new RateLimit("allowed", "", null, OptionalDouble.empty()));
    }

    @Test
    void makes_a_malformed_line_an_event_and_leaves_blank_ones_out() {
        for (String line : List.of("garbage", "[1,2]", "null", "{\"type\":", "{} {}", "\"text\"", "[".repeat(5000))) {
            assertThat(event(line)).as(line).isInstanceOf(Malformed.class);
        }
        assertThat(decode("")).isEmpty();
        assertThat(decode("  \t\r")).isEmpty();
    }

    @Test
    void survives_fields_of_any_type() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> types = List.of(
                "system",
                "assistant",
                "user",
                "result",
                "stream_event",
                "control_request",
                "control_response",
                "command_lifecycle",
                "conversation_reset",
                "rate_limit_event",
                "control_cancel_request");
        List<String> keys = List.of(
                "subtype",
                "message",
                "event",
                "request",
                "response",
                "content",
                "tools",
                "usage",
                "origin",
                "tasks",
                "model_usage_since_last_result",
                "permission_denials",
                "rate_limit_info",
                "user_message_uuids",
                "session_id");
        List<String> values = List.of(
                "null", "1", "\"init\"", "[]", "{}", "[null,1,{\"type\":\"text\"}]", "{\"type\":7}", "1e400", "true");
        for (int round = 0; round < 3000; round++) {
            StringBuilder line = new StringBuilder("{\"type\":\"" + types.get(random.nextInt(types.size())) + "\"");
            for (String key : keys) {
                if (random.nextBoolean()) {
                    line.append(",\"").append(key).append("\":").append(values.get(random.nextInt(values.size())));
                }
            }
            String text = line.append('}').toString();
            assertThat(decode(text)).as("seed %d: %s", seed, text).noneMatch(MessageDecoderTest::isMalformed);
        }
    }

    private static boolean isMalformed(Message message) {
        return message instanceof Message.Event event && event.event() instanceof Malformed;
    }
}
