package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A JSON array with one entry per line. */
final class JsonWriter implements LogWriter {

    private String separator = "\n";

    @Override
    public void begin(Writer out, SessionName name) throws IOException {
        out.write("[");
    }

    @Override
    public void entry(Writer out, LogEntry entry) throws IOException {
        out.write(separator);
        out.write(new String(LogCodec.encode(entry), StandardCharsets.UTF_8));
        separator = ",\n";
    }

    @Override
    public void end(Writer out) throws IOException {
        out.write("\n]\n");
    }
}
