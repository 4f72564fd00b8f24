package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import java.io.IOException;
import java.io.Writer;

/** One form of an export. */
interface LogWriter {

    void begin(Writer out, SessionName name) throws IOException;

    void entry(Writer out, LogEntry entry) throws IOException;

    void end(Writer out) throws IOException;
}
