package io.github.claudebridge.app.chat;

import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Shows everything above the line that is being edited. Thread-safe. */
final class LineScreen implements Screen {

    private final LineReader reader;

    LineScreen(LineReader reader) {
        this.reader = reader;
    }

    @Override
    public void show(String text) {
        reader.printAbove(new AttributedString(text));
    }

    @Override
    public void activity(String line) {
        reader.printAbove(new AttributedString("· " + line, AttributedStyle.DEFAULT.faint()));
    }

    @Override
    public boolean streams() {
        return true;
    }
}
