package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.Message;
import io.github.claudebridge.process.protocol.MessageDecoder;
import io.github.claudebridge.process.protocol.MessageEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whatever the CLI asks, it gets an answer that can be written: it would wait for it without a limit. The host is in a class of its own, since
 * records that are loaded before the fuzzer's agent cannot be instrumented.
 */
class ControlFuzzTest {

    private final MessageDecoder decoder = new MessageDecoder();
    private final MessageEncoder encoder = new MessageEncoder();
    private final Desk desk = ReadyDesk.open();

    @FuzzTest
    void every_question_is_answered(byte[] request) throws Exception {
        byte[] line = ("{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":"
                        + new String(request, StandardCharsets.UTF_8) + "}")
                .getBytes(StandardCharsets.UTF_8);
        List<Message> messages = new ArrayList<>();
        decoder.decode(line, 0, line.length, messages::add);
        for (Message message : messages) {
            if (message instanceof Message.Ask ask) {
                Optional<Json> answer = desk.answer(ask.id(), ask.question()).get(10, TimeUnit.SECONDS);
                byte[] reply =
                        answer.isPresent() ? encoder.reply(ask.id(), answer.get()) : encoder.refusal(ask.id(), "no");
                assertThat(reply).isNotEmpty().doesNotContain('\n');
            }
        }
    }
}
