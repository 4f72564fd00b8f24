package io.github.claudebridge.app.cli;

import io.github.claudebridge.session.archive.ArchiveMonitor;

/** What work says while it goes on, whether its listener sits at this terminal or at another one. */
public interface Report extends ArchiveMonitor {

    /** A line of what was asked for. */
    void out(String text);

    /** A line for people who look on. */
    void err(String text);
}
