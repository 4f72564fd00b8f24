package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.internal.Announcer;
import io.github.claudebridge.process.protocol.Message;
import io.github.claudebridge.process.protocol.MessageDecoder;
import io.github.claudebridge.process.transcript.TranscriptMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees the turns of a terminal: hooks tell when they begin and end, the session's file what was said. A hook may be here before the line
 * that it follows, so the end of a turn waits for the words that it names. Used by one thread.
 */
final class TurnWatch {

    private static final Duration LATEST_LINE = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(10).toNanos();

    private final HookFolder hooks;
    private final SessionNews news;
    private final Announcer announcer;
    private final TerminalTurns turns;
    private final MessageDecoder decoder = new MessageDecoder();
    private final List<TranscriptMessage> said = new ArrayList<>();
    private String lastText = "";
    private boolean sessionStarted;

    TurnWatch(HookFolder hooks, SessionNews news, Announcer announcer, TerminalTurns turns) {
        this.hooks = hooks;
        this.news = news;
        this.announcer = announcer;
        this.turns = turns;
    }

    /** Whether the session has begun, which it does behind the dialogs of a start. */
    boolean hasSessionStarted() {
        return sessionStarted;
    }

    /** Tells what has happened since the last call. */
    void look() throws IOException {
        // The file first: then the hooks that came before its lines are all here.
        said.addAll(news.take());
        for (HookReport report : hooks.take()) {
            handle(report);
        }
        tellWhatWasSaid();
    }

    private void handle(HookReport report) throws IOException {
        switch (report.event()) {
            case HookReport.SESSION_START -> {
                tellWhatWasSaid();
                sessionStarted = true;
                UUID session = report.sessionId();
                if (session != null) {
                    news.follow(session);
                }
            }
            case HookReport.PROMPT -> {
                lastText = "";
                turns.begin(report.prompt());
            }
            case HookReport.PERMISSION -> {
                tellWhatWasSaid();
                turns.asks(true);
            }
            case HookReport.STOP -> end(Outcome.COMPLETED, report.lastMessage());
            case HookReport.FAILURE -> end(Outcome.API_ERROR, report.lastMessage());
            default -> {
                // A hook of another host, or of another time.
            }
        }
    }

    private void end(Outcome outcome, String lastWords) throws IOException {
        tellWhatWasSaid();
        long deadline = System.nanoTime() + LATEST_LINE.toNanos();
        while (!isTold(lastWords) && turns.isRunning() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            said.addAll(news.take());
            tellWhatWasSaid();
        }
        if (!isTold(lastWords) && turns.isRunning()) {
            announcer.event(new Output(lastWords, false, "", null, false, false), lastWords.length());
        }
        turns.end(outcome, lastWords);
    }

    private boolean isTold(String words) {
        return words.isBlank() || lastText.strip().equals(words.strip());
    }

    private void tellWhatWasSaid() {
        for (TranscriptMessage message : List.copyOf(said)) {
            if (message.role() == TranscriptMessage.Role.ASSISTANT) {
                turns.speaks();
                lastText = message.text().isBlank() ? lastText : message.text();
            }
            tell(message.raw());
            if (message.isInterruption()) {
                turns.end(Outcome.INTERRUPTED, lastText);
            }
        }
        said.clear();
    }

    /** A line of the file is built as one of the stream is. */
    private void tell(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, 0, bytes.length, message -> {
            if (message instanceof Message.Event event) {
                announcer.event(event.event(), bytes.length);
            }
        });
    }
}
