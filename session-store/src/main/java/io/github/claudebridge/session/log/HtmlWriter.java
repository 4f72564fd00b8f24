package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;

/** One HTML page without scripts or links to anything; every text in it is escaped. */
final class HtmlWriter implements LogWriter {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>TITLE</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 1rem auto; padding: 0 1rem;
              color: light-dark(#1c1c1e, #ececee); background: light-dark(#fbfbfc, #17181a); }
            article { margin: .8rem 0; padding: .6rem .9rem; border-radius: .8rem;
              background: light-dark(#f0f1f4, #232529); }
            article.prompt { background: light-dark(#dcebff, #1d3a5f); margin-left: 3rem; }
            article.failure { background: light-dark(#ffe3e0, #5a2320); }
            article.tool, article.turn, article.file, article.permission, article.note { font-size: .85rem; opacity: .85; }
            header { font-weight: 600; } time { font-weight: 400; opacity: .65; margin-left: .5rem; }
            p { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; padding: .5rem; border-radius: .4rem;
              font-size: .85rem; background: light-dark(#e4e6ea, #101113); }
            </style></head><body>
            <h1>TITLE</h1>
            """;

    private final ZoneId zone;

    HtmlWriter(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void begin(Writer out, SessionName name) throws IOException {
        out.write(HEAD.replace("TITLE", "Session " + name));
    }

    @Override
    public void entry(Writer out, LogEntry entry) throws IOException {
        out.write("<article class=\"" + EntryText.kind(entry) + "\"><header>" + escape(Headline.of(entry)) + "<time>"
                + Headline.time(entry.at(), zone) + "</time></header>\n");
        String body = Headline.body(entry);
        if (entry instanceof LogEntry.ToolUse && !body.isEmpty()) {
            out.write("<details><summary>Input</summary><pre>" + escape(body) + "</pre></details>\n");
        } else {
            text(out, body);
        }
        out.write("</article>\n");
    }

    /** Text with fenced code: odd pieces between lines of three backticks are code. */
    private static void text(Writer out, String body) throws IOException {
        String[] pieces = body.split("(?m)^```[^`\\n]*$", -1);
        for (int i = 0; i < pieces.length; i++) {
            String piece = pieces[i].strip();
            if (!piece.isEmpty()) {
                String tag = i % 2 == 1 ? "pre" : "p";
                out.write("<" + tag + ">" + escape(piece) + "</" + tag + ">\n");
            }
        }
    }

    @Override
    public void end(Writer out) throws IOException {
        out.write("</body></html>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "\ufffd");
    }
}
