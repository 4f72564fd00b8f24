package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes a log in a form for people or programs, with constant memory. Thread-safe. */
public final class LogExport {

    private final ZoneId zone;

    /** Shows times in this zone, except in JSON, where they are in UTC. */
    public LogExport(ZoneId zone) {
        this.zone = zone;
    }

    /** Writes the whole log in UTF-8; the stream is flushed and stays open. */
    public void write(SessionName name, ConversationLog log, ExportFormat format, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        LogWriter form = switch (format) {
            case MARKDOWN -> new MarkdownWriter(zone);
            case HTML -> new HtmlWriter(zone);
            case JSON -> new JsonWriter();
        };
        form.begin(writer, name);
        try (Stream<LogEntry> entries = log.entries()) {
            for (Iterator<LogEntry> each = entries.iterator(); each.hasNext(); ) {
                form.entry(writer, each.next());
            }
        }
        form.end(writer);
        writer.flush();
    }
}
