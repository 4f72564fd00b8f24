package io.github.claudebridge.process.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.builtins.ScreenTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws what a command writes, and answers what it asks its terminal. Thread-safe; fed by one thread. */
final class ScreenModel {

    private static final Logger log = LoggerFactory.getLogger(ScreenModel.class);
    private static final int LONGEST_CHARACTER = 4;
    private static final Pattern PRIVATE = Pattern.compile("\u001b\\[[<=>?][0-9;]*[^0-9;hlc]");
    private static final Pattern UNFINISHED = Pattern.compile("\u001b(\\[[<=>?]?[0-9;]{0,40})?$");

    private final ScreenTerminal screen;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private String held = "";
    private ByteBuffer left = ByteBuffer.allocate(0);

    ScreenModel(WindowSize size) {
        screen = new ScreenTerminal(size.columns(), size.rows());
    }

    /**
     * Draws more bytes, which may end in the middle of a character.
     *
     * @return what the terminal answers to the command; usually nothing
     */
    byte[] feed(byte[] bytes, int length) {
        try {
            screen.write(understood(decoded(bytes, length)));
            return screen.read().getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException notUnderstood) {
            // The bytes are a program's, and may be anything; what follows them is drawn again.
            log.debug("A sequence of control characters could not be drawn", notUnderstood);
            return new byte[0];
        }
    }

    /** JLine reads a private sequence as the public one with the same end: a question about the keyboard would restore the cursor. */
    private String understood(CharBuffer text) {
        String all = held + text;
        Matcher open = UNFINISHED.matcher(all);
        int end = open.find() ? open.start() : all.length();
        held = all.substring(end);
        return PRIVATE.matcher(all.substring(0, end)).replaceAll("");
    }

    private CharBuffer decoded(byte[] bytes, int length) {
        ByteBuffer in = ByteBuffer.allocate(left.remaining() + length);
        in.put(left).put(bytes, 0, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + LONGEST_CHARACTER);
        decoder.decode(in, out, false);
        left = ByteBuffer.allocate(in.remaining()).put(in).flip();
        return out.flip();
    }

    void resize(WindowSize size) {
        screen.setSize(size.columns(), size.rows());
    }

    Screen look() {
        List<String> lines = new ArrayList<>();
        screen.toString().lines().map(String::stripTrailing).forEach(lines::add);
        return new Screen(lines);
    }
}
