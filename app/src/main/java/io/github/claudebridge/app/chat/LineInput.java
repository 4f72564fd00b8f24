package io.github.claudebridge.app.chat;

import java.util.concurrent.CompletableFuture;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** Reads what to write from a person with a keyboard: Ctrl-C stops what Claude does, Ctrl-D ends. Not thread-safe. */
final class LineInput {

    private final LineReader reader;
    private final TerminalTalk talk;

    LineInput(LineReader reader, TerminalTalk talk) {
        this.reader = reader;
        this.talk = talk;
    }

    /** Returns when the person has had enough. */
    void run() {
        while (true) {
            String line;
            try {
                line = reader.readLine("> ");
            } catch (UserInterruptException e) {
                line = "/stop";
            } catch (EndOfFileException e) {
                return;
            }
            if (!line.isBlank()) {
                CompletableFuture<Void> unused = talk.write(line);
            }
        }
    }
}
