import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.framing.LineSplitter;
import io.github.claudebridge.process.protocol.DecodeBenchmark;
import io.github.claudebridge.process.protocol.MessageDecoder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springaicommunity.claude.agent.sdk.parsing.ControlMessageParser;

/**
 * Bytes to typed messages, by this library and by org.springaicommunity:claude-code-sdk:1.0.0, in turn and in one JVM. That one has no type for
 * the pieces of a streamed text, so the stream holds whole blocks only.
 */
class SpringSdkDecode {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;

    private static long messages;

    public static void main(String[] arguments) throws Exception {
        byte[] stream = DecodeBenchmark.wholeBlocks();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double our = rate(stream, () -> decode(stream));
            double their = rate(stream, () -> decodeTheirWay(stream));
            if (round >= WARM_UP) {
                ours.add(our);
                theirs.add(their);
            }
        }
        System.out.printf(
                "%.1f MB: %.0f MB/s and %.0f MB/s, ratio %.2f (medians of %d rounds, processor time)%n",
                stream.length / 1e6, median(ours), median(theirs), median(ours) / median(theirs), ROUNDS);
    }

    private static void decode(byte[] stream) {
        MessageDecoder decoder = new MessageDecoder();
        LineSplitter splitter = new LineSplitter(LineSplitter.DEFAULT_MAX_BYTES, new LineSink() {
            @Override
            public void line(byte[] buffer, int offset, int length) {
                decoder.decode(buffer, offset, length, message -> messages++);
            }

            @Override
            public void tooLong(byte[] head, long length) {
                throw new AssertionError();
            }
        });
        for (int at = 0; at < stream.length; at += 1 << 16) {
            splitter.feed(stream, at, Math.min(1 << 16, stream.length - at));
        }
    }

    private static void decodeTheirWay(byte[] stream) throws IOException {
        ControlMessageParser parser = new ControlMessageParser(64 << 20);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(stream), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (parser.parse(line).isRegularMessage()) {
                    messages++;
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private interface Pass {
        void run() throws Exception;
    }

    private static double rate(byte[] stream, Pass pass) throws Exception {
        messages = 0;
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        pass.run();
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (messages != DecodeBenchmark.LINES) {
            throw new AssertionError(messages + " messages");
        }
        return stream.length / 1e6 / ((after - before) / 1e9);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
