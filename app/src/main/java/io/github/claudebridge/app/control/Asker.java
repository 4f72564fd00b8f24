package io.github.claudebridge.app.control;

import io.github.claudebridge.app.cli.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Whoever asked, who may be gone already. Thread-safe. */
public final class Asker implements Report {

    private static final int STEPS = 1000;

    private final InputStream in;
    private final OutputStream out;
    private long step = -1;
    private boolean gone;

    Asker(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public void out(String text) {
        say(new Reply.Out(text));
    }

    @Override
    public void err(String text) {
        say(new Reply.Err(text));
    }

    /** Tells how far the work is; false when nobody waits for it any more. */
    @Override
    public synchronized boolean progress(long done, long total) {
        long now = total <= 0 ? STEPS : done * STEPS / total;
        if (now != step) {
            step = now;
            say(new Reply.Progress(done, total));
        }
        return !gone;
    }

    /** Returns when it has gone away. */
    public void awaitEnd() {
        try {
            while (in.read() >= 0) {
                // It has nothing more to say.
            }
        } catch (IOException e) {
            // It is gone.
        }
    }

    synchronized void say(Reply reply) {
        try {
            if (!gone) {
                out.write(Wire.bytes(reply));
                out.flush();
            }
        } catch (IOException e) {
            gone = true;
        }
    }
}
