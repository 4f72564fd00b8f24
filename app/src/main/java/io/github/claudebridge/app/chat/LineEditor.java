package io.github.claudebridge.app.chat;

import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** Makes the editor of lines, with a history in the home that belongs to its owner. */
final class LineEditor {

    private LineEditor() {}

    static LineReader on(Terminal terminal, Path home) {
        DefaultParser verbatim = new DefaultParser();
        verbatim.setEscapeChars(new char[0]);
        verbatim.setQuoteChars(new char[0]);
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(verbatim)
                .variable(LineReader.HISTORY_FILE, home.resolve("state").resolve("chat-history"))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }
}
