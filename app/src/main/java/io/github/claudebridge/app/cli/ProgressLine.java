package io.github.claudebridge.app.cli;

import io.github.claudebridge.session.archive.ArchiveMonitor;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows on one line of the terminal how far long work is; shows nothing where there is no terminal. */
public final class ProgressLine implements ArchiveMonitor, AutoCloseable {

    private static final int WIDTH = 30;

    private final String what;
    private final @Nullable PrintWriter terminal;
    private int shown = -1;

    ProgressLine(String what, @Nullable PrintWriter terminal) {
        this.what = what;
        this.terminal = terminal;
    }

    /** On the standard error, if somebody sees it. */
    public static ProgressLine of(String what, PrintWriter err) {
        return new ProgressLine(what, Terminal.get().isPresent() ? err : null);
    }

    @Override
    public boolean progress(long done, long total) {
        int percent = total <= 0 ? 100 : (int) Math.min(100, done * 100 / total);
        if (terminal != null && percent != shown) {
            shown = percent;
            int bar = percent * WIDTH / 100;
            terminal.printf("\r%s [%s%s] %3d %%", what, "#".repeat(bar), " ".repeat(WIDTH - bar), percent);
            terminal.flush();
        }
        return true;
    }

    /** Makes the line empty again, for other texts. */
    public void clear() {
        if (terminal != null && shown >= 0) {
            terminal.print("\r\u001b[K");
            terminal.flush();
            shown = -1;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
