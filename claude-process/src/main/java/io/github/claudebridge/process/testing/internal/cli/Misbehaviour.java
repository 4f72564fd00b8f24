package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import io.github.claudebridge.process.testing.internal.model.Mischief;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Does what a program should not do, when a script asks for it. Thread-safe. */
final class Misbehaviour {
    private static final byte[] NO_UTF_8 = {'"', (byte) 0xc3, '(', (byte) 0xff, '"'};

    private final Events events;
    private final OutputStream out;
    private final OutputStream err;
    private final IntConsumer exit;
    private final List<String> late = new ArrayList<>();
    private volatile boolean ignoresTerm;

    Misbehaviour(Events events, OutputStream out, OutputStream err, IntConsumer exit, boolean ignoresTerm) {
        this.events = events;
        this.out = out;
        this.err = err;
        this.exit = exit;
        this.ignoresTerm = ignoresTerm;
    }

    boolean ignoresTerm() {
        return ignoresTerm;
    }

    void perform(Mischief mischief) throws IOException, InterruptedException {
        switch (mischief.kind()) {
            case CRASH -> end(mischief.number(1));
            case HALFLINE -> {
                write(out, "{\"type\":\"assistant\",\"message\":{\"role\":\"assi".getBytes(StandardCharsets.UTF_8));
                end(1);
            }
            case BADUTF8 -> badUtf8();
            case HUGELINE -> informational("x".repeat(mischief.number(1 << 20)));
            case NOISE -> write(out, (mischief.argument() + "\n").getBytes(StandardCharsets.UTF_8));
            case STDERR -> Flood.write(err, mischief.number(1 << 20));
            case NEWTYPES -> events.unheardOf();
            case CLOSEOUT -> out.close();
            case GRANDCHILD -> grandchild(mischief.number(60));
            case IGNORETERM -> ignoresTerm = true;
            case LATE -> {
                synchronized (late) {
                    late.add(mischief.argument());
                }
            }
        }
    }

    /** What comes after the result of a turn. */
    void afterResult() {
        synchronized (late) {
            late.forEach(this::informational);
            late.clear();
        }
    }

    private void end(int code) throws InterruptedException {
        exit.accept(code);
        Thread.currentThread().join();
    }

    private void informational(String text) {
        events.system("informational", JsonObject.of("level", "info", "content", text));
    }

    private void badUtf8() throws IOException {
        synchronized (out) {
            write(
                    out,
                    "{\"type\":\"system\",\"subtype\":\"informational\",\"content\":".getBytes(StandardCharsets.UTF_8));
            write(out, NO_UTF_8);
            write(out, "}\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void grandchild(int seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(DetachedShell.command("exec sleep " + seconds));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void write(OutputStream stream, byte[] bytes) throws IOException {
        stream.write(bytes);
        stream.flush();
    }
}
