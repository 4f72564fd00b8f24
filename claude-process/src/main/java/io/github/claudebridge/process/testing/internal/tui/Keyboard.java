package io.github.claudebridge.process.testing.internal.tui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes keys and pasted texts of what a terminal sends. Not thread-safe. */
final class Keyboard {

    /** What was done at the keyboard. */
    enum Kind {
        TEXT,
        ENTER,
        ESCAPE,
        INTERRUPT,
        BACKSPACE,
        UP,
        DOWN,
        OTHER
    }

    /** Something that was done there, with its text where it has one. */
    record Stroke(Kind kind, String text) {}

    private static final int ESC = 0x1b;
    private static final int LONGEST_SEQUENCE = 16;
    private static final String PASTE_END = "\u001b[201~";

    private final PushbackInputStream in;

    Keyboard(InputStream in) {
        this.in = new PushbackInputStream(in, 1);
    }

    /** Reads to the end. */
    void read(Consumer<Stroke> strokes) throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            strokes.accept(stroke(next));
        }
    }

    private Stroke stroke(int first) throws IOException {
        return switch (first) {
            case '\r', '\n' -> new Stroke(Kind.ENTER, "");
            case 3 -> new Stroke(Kind.INTERRUPT, "");
            case 127, 8 -> new Stroke(Kind.BACKSPACE, "");
            case ESC -> in.available() == 0 ? new Stroke(Kind.ESCAPE, "") : sequence();
            default -> text(first);
        };
    }

    private Stroke sequence() throws IOException {
        int bracket = in.read();
        if (bracket != '[') {
            in.unread(bracket);
            return new Stroke(Kind.ESCAPE, "");
        }
        StringBuilder code = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next < '@' && code.length() < LONGEST_SEQUENCE) {
            code.append((char) next);
            next = in.read();
        }
        code.append((char) next);
        return switch (code.toString()) {
            case "200~" -> new Stroke(Kind.TEXT, pasted());
            case "A" -> new Stroke(Kind.UP, "");
            case "B" -> new Stroke(Kind.DOWN, "");
            default -> new Stroke(Kind.OTHER, "");
        };
    }

    private String pasted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith(PASTE_END)) {
            int next = in.read();
            if (next < 0) {
                return text;
            }
            bytes.write(next);
            if (next == '~') {
                text = bytes.toString(StandardCharsets.UTF_8);
            }
        }
        return text.substring(0, text.length() - PASTE_END.length()).replace('\r', '\n');
    }

    private Stroke text(int first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        while (in.available() > 0) {
            int next = in.read();
            if (next < ' ' || next == 127) {
                in.unread(next);
                break;
            }
            bytes.write(next);
        }
        return new Stroke(Kind.TEXT, bytes.toString(StandardCharsets.UTF_8));
    }
}
