package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.event.ApiRetry;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.event.StatusReport;

/** What the process is doing, seen from its events. Not thread-safe. */
final class StatusTracker {

    private boolean ready;
    private boolean closed;
    private boolean turnRuns;
    private boolean retrying;
    private boolean compacting;
    private int decisions;

    void observe(ClaudeEvent event) {
        if (event instanceof ApiRetry) {
            retrying = true;
        } else if (event instanceof StatusReport report) {
            compacting = "compacting".equals(report.status());
        } else if (event instanceof SessionInit) {
            turnRuns = true;
        } else if (event instanceof ResultMessage) {
            turnEnded();
        } else if (event instanceof MessageStarted || event instanceof Output) {
            retrying = false;
        }
    }

    /** The turn is over, with a report or without. */
    void turnEnded() {
        turnRuns = false;
        retrying = false;
        compacting = false;
    }

    void ready() {
        ready = true;
    }

    void closed() {
        closed = true;
    }

    void decisionsWaiting(int count) {
        decisions = count;
    }

    Status status(boolean turnIsOpen) {
        if (closed) {
            return Status.CLOSED;
        }
        if (!ready) {
            return Status.STARTING;
        }
        if (decisions > 0) {
            return Status.WAITING_FOR_PERMISSION;
        }
        if (retrying) {
            return Status.RETRYING;
        }
        if (compacting) {
            return Status.COMPACTING;
        }
        return turnIsOpen || turnRuns ? Status.BUSY : Status.IDLE;
    }
}
