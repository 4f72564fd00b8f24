package io.github.claudebridge.process.testing.internal.tui;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Draws: what was said, and below it the prompt box or a dialog. Not thread-safe. */
final class Picture {

    private static final String CLEAR = "\u001b[H\u001b[2J";
    private static final int SPARE_ROWS = 2;

    private final PrintStream out;
    private final List<String> said = new ArrayList<>(List.of(" Fake Claude Code", ""));
    private Tty.Size size;

    Picture(PrintStream out, Tty.Size size) {
        this.out = out;
        this.size = size;
    }

    void resize(Tty.Size newSize) {
        size = newSize;
    }

    /** Adds to what was said. */
    void say(String text) {
        text.lines().forEach(said::add);
    }

    /** Draws the prompt box with what is typed there. */
    void prompt(String typed, String footer) {
        String rule = "\u2500".repeat(size.columns() - 1);
        List<String> below = new ArrayList<>(List.of(rule));
        below.addAll(("\u276f " + typed).lines().toList());
        below.addAll(List.of(rule, "  " + footer));
        draw(said, below);
    }

    /** Draws a dialog in place of the prompt box. */
    void dialog(List<String> lines) {
        draw(said, lines);
    }

    /** Draws nothing but these lines. */
    void only(List<String> lines) {
        draw(List.of(), lines);
    }

    private void draw(List<String> above, List<String> below) {
        List<String> lines = new ArrayList<>();
        above.forEach(line -> lines.addAll(folded(line)));
        below.forEach(line -> lines.addAll(folded(line)));
        int first = Math.max(0, lines.size() - size.rows() + SPARE_ROWS);
        out.print(CLEAR + String.join("\r\n", lines.subList(first, lines.size())));
        out.flush();
    }

    private List<String> folded(String line) {
        int width = size.columns() - 1;
        List<String> parts = new ArrayList<>();
        for (int start = 0; start == 0 || start < line.length(); start += width) {
            parts.add(line.substring(start, Math.min(line.length(), start + width)));
        }
        return parts;
    }

    /** Leaves the screen to a shell, with these last lines. */
    void leave(List<String> lines) {
        out.print(CLEAR + String.join("\r\n", lines) + "\r\n");
        out.flush();
    }
}
