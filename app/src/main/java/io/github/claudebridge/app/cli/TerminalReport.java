package io.github.claudebridge.app.cli;

/** Shows lines and progress in this terminal. Not thread-safe. */
public final class TerminalReport implements Report, AutoCloseable {

    private final Output output;
    private final ProgressLine progress;

    /**
     * A report on work.
     *
     * @param doing what stands before the progress
     */
    public TerminalReport(String doing, Output output) {
        this.output = output;
        this.progress = ProgressLine.of(doing, output.err());
    }

    @Override
    public void out(String text) {
        progress.clear();
        output.out().println(text);
    }

    @Override
    public void err(String text) {
        progress.clear();
        output.err().println(text);
    }

    @Override
    public boolean progress(long done, long total) {
        return progress.progress(done, total);
    }

    @Override
    public void close() {
        progress.close();
    }
}
