package io.github.claudebridge.process.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.claudebridge.process.event.Malformed;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.event.Unknown;
import io.github.claudebridge.process.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Whatever a line holds, it is read without failing, and what is handed on of its JSON is JSON. */
class MessageDecoderFuzzTest {

    private final MessageDecoder decoder = new MessageDecoder();

    @FuzzTest
    void understands_a_line_or_says_that_it_does_not(byte[] line) {
        List<Message> messages = decode(line);
        assertThat(messages).hasSameSizeAs(decode(line)).doesNotContainNull();
        for (Message message : messages) {
            assertThat(message.toString()).isNotEmpty();
            check(message);
        }
    }

    private List<Message> decode(byte[] line) {
        List<Message> messages = new ArrayList<>();
        decoder.decode(line, 0, line.length, messages::add);
        return messages;
    }

    private static void check(Message message) {
        if (message instanceof Message.Reply reply) {
            isJson(reply.body());
        } else if (message instanceof Message.Event event) {
            if (event.event() instanceof Malformed malformed) {
                assertThat(malformed.excerpt().length()).isLessThanOrEqualTo(200);
            } else if (event.event() instanceof Unknown unknown) {
                isJson(unknown.json());
            } else if (event.event() instanceof ToolUse tool) {
                isJson(tool.input());
            } else if (event.event() instanceof ResultMessage result) {
                assertThat(result.totalCostUsd()).isFinite();
            }
        }
    }

    private static void isJson(Json json) {
        assertThat(Json.parse(json.text()).text()).isNotEmpty();
    }
}
