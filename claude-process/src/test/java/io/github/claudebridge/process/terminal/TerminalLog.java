package io.github.claudebridge.process.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a terminal has shown. Thread-safe. */
final class TerminalLog implements TerminalListener {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private boolean ended;

    @Override
    public synchronized void onBytes(byte[] bytes) {
        shown.writeBytes(bytes);
    }

    @Override
    public synchronized void onEnd() {
        ended = true;
    }

    synchronized boolean ended() {
        return ended;
    }

    synchronized byte[] bytes() {
        return shown.toByteArray();
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
