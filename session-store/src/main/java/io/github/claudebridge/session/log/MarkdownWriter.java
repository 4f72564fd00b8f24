package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;

/** Markdown: said texts as they are, everything else in code fences that its content cannot end. */
final class MarkdownWriter implements LogWriter {

    private final ZoneId zone;

    MarkdownWriter(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void begin(Writer out, SessionName name) throws IOException {
        out.write("# Session " + name + "\n");
    }

    @Override
    public void entry(Writer out, LogEntry entry) throws IOException {
        boolean said = entry instanceof LogEntry.Prompt || entry instanceof LogEntry.Answer;
        String time = Headline.time(entry.at(), zone);
        String headline =
                Headline.of(entry).replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1").replaceAll("\\s+", " ");
        out.write(said ? "\n## " + headline + ", " + time + "\n" : "\n*" + time + "* " + headline + "\n");
        String body = Headline.body(entry);
        if (said) {
            out.write("\n" + body.stripTrailing() + "\n");
        } else if (!body.isEmpty()) {
            String fence = fenceFor(body);
            out.write("\n" + fence + "\n" + body.stripTrailing() + "\n" + fence + "\n");
        }
    }

    @Override
    public void end(Writer out) {}

    private static String fenceFor(String body) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < body.length(); i++) {
            run = body.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
