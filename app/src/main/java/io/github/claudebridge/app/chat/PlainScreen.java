package io.github.claudebridge.app.chat;

import java.io.PrintWriter;

/** Shows only what was said, for pipes and scripts. Thread-safe. */
final class PlainScreen implements Screen {

    private final PrintWriter out;

    PlainScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void show(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void activity(String line) {
        // Nobody watches.
    }

    @Override
    public boolean streams() {
        return false;
    }
}
