package io.github.claudebridge.process.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageEncoderTest {

    private final MessageEncoder encoder = new MessageEncoder();

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    @Test
    void writes_a_prompt_with_its_id() {
        UUID id = new UUID(1, 2);
        Json line = Json.parse(text(encoder.userMessage(id, Json.of("hi"))));
        assertThat(line.string("uuid")).contains(id.toString());
        assertThat(line.get("message").orElseThrow().toMap())
                .containsEntry("content", "hi")
                .containsEntry("role", "user");
    }

    @Test
    void never_writes_what_a_reader_may_take_for_the_end_of_a_line() {
        String nasty = "a\nb\rc\u2028d\u2029e\u0000f\uD800g😀";
        String line = text(encoder.userMessage(new UUID(0, 0), Json.of(nasty)));
        assertThat(line)
                .doesNotContain("\n", "\r", "\u2028", "\u2029", "\u0000")
                .contains("😀");
        assertThat(Json.parse(line).get("message").orElseThrow().string("content"))
                .contains(nasty.replace('\uD800', '?'));
    }

    @Test
    void writes_requests_and_answers() {
        assertThat(text(encoder.request("r", "set_model", Map.of("model", "m"))))
                .isEqualTo(
                        "{\"type\":\"control_request\",\"request_id\":\"r\",\"request\":{\"subtype\":\"set_model\",\"model\":\"m\"}}");
        assertThat(text(encoder.reply("q", Json.parse("{\"a\":1}"))))
                .isEqualTo(
                        "{\"type\":\"control_response\",\"response\":{\"subtype\":\"success\",\"request_id\":\"q\",\"response\":{\"a\":1}}}");
        assertThat(text(encoder.refusal("q", "no")))
                .isEqualTo(
                        "{\"type\":\"control_response\",\"response\":{\"subtype\":\"error\",\"request_id\":\"q\",\"error\":\"no\"}}");
    }
}
