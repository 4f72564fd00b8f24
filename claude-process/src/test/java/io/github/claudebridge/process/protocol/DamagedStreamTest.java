package io.github.claudebridge.process.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.framing.LineSplitter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the bytes on their way, reading goes on, and the next good line is understood. */
class DamagedStreamTest {
    private static final int LIMIT = 4096;
    private static final List<String> LINES = List.of(
            "{\"type\":\"system\",\"subtype\":\"init\",\"model\":\"m\",\"tools\":[\"Bash\"],\"session_id\":\"s\"}",
            "{\"type\":\"assistant\",\"message\":{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"ü 日\"}]}}",
            "{\"type\":\"stream_event\",\"event\":{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}}",
            "{\"type\":\"result\",\"subtype\":\"success\",\"is_error\":false,\"result\":\"r\",\"num_turns\":1,\"total_cost_usd\":0.1}",
            "{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":{\"subtype\":\"can_use_tool\",\"tool_name\":\"Bash\",\"input\":{}}}",
            "{\"type\":\"control_response\",\"response\":{\"subtype\":\"success\",\"request_id\":\"1\",\"response\":{\"a\":[1,2]}}}",
            "{\"type\":\"command_lifecycle\",\"command_uuid\":\"u\",\"state\":\"queued\"}");
    private static final byte[] GOOD = "\n{\"type\":\"tomorrow\",\"answer\":42}\n".getBytes(StandardCharsets.UTF_8);

    private final MessageDecoder decoder = new MessageDecoder();

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reading_survives_damage_and_understands_the_next_good_line(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Message> messages = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(LIMIT, sink(messages));

        feed(splitter, damaged(random), random);
        feed(splitter, GOOD, random);
        splitter.end();

        assertThat(messages).as("seed %d", seed).isNotEmpty();
        Message last = messages.get(messages.size() - 1);
        assertThat(last.toString()).as("what was read last with seed %d", seed).contains("tomorrow");
    }

    private static byte[] damaged(SplittableRandom random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        int lines = random.nextInt(1, 8);
        for (int i = 0; i < lines; i++) {
            byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(StandardCharsets.UTF_8);
            int damages = random.nextInt(4);
            for (int damage = 0; damage < damages; damage++) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            int repeats = random.nextInt(20) == 0 ? LIMIT : 1;
            for (int repeat = 0; repeat < repeats; repeat += line.length) {
                stream.write(line, 0, random.nextBoolean() ? line.length : random.nextInt(line.length));
            }
            stream.write('\n');
        }
        return stream.toByteArray();
    }

    private static void feed(LineSplitter splitter, byte[] bytes, SplittableRandom random) {
        int offset = 0;
        while (offset < bytes.length) {
            int length = Math.min(bytes.length - offset, random.nextInt(1, 200));
            splitter.feed(bytes, offset, length);
            offset += length;
        }
    }

    private LineSink sink(List<Message> messages) {
        return new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                decoder.decode(buffer, offset, length, messages::add);
            }

            @Override
            public void tooLong(byte[] head, long length) {
                messages.add(decoder.tooLong(head, length));
            }
        };
    }
}
