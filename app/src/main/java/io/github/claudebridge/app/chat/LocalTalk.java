package io.github.claudebridge.app.chat;

import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.LocalConfig;
import io.github.claudebridge.app.home.OpenHome;
import io.github.claudebridge.app.home.Owner;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DownloadException;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.talk.Talk;
import io.github.claudebridge.telegram.talk.TalkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * The conversation of this terminal, with a journal of its own that goes with it: nobody takes up what was cut off here. Thread-safe.
 */
final class LocalTalk implements AutoCloseable {

    /** Where the bot has no owner yet. */
    private static final long NOBODY_IN_TELEGRAM = 1;

    private final OpenHome home;
    private final Path journal;
    private final Talk conversation;
    private final TerminalTalk talk;
    private boolean closed;

    private LocalTalk(
            LocalConfig config, long person, OpenHome home, Path journal, TerminalChat chat, OpenChoices choices) {
        this.home = home;
        this.journal = journal;
        this.conversation = new Talk(
                home.store(),
                config.claude(),
                TalkSettings.DEFAULT.with(config.questions()).with(BatchWindow.NONE),
                home.journal(),
                chat,
                file -> {
                    throw new DownloadException(DownloadException.Problem.GONE, "There are no files here.");
                },
                Clock.systemUTC(),
                Instant.now());
        this.talk = new TerminalTalk(conversation, choices, new ChatId(person), person);
    }

    static LocalTalk open(LocalConfig config, SessionName session, TerminalChat chat, OpenChoices choices)
            throws StartException {
        String name = "chat-" + ProcessHandle.current().pid() + ".db";
        OpenHome home = OpenHome.with(config.home(), name);
        long person = Owner.of(config.allowedUsers(), config.home()).orElse(NOBODY_IN_TELEGRAM);
        home.journal().activeSessions().activate(person, 0, session.value());
        return new LocalTalk(
                config, person, home, config.home().resolve("state").resolve(name), chat, choices);
    }

    TerminalTalk talk() {
        return talk;
    }

    /** Ends Claude's processes, and removes the journal. Closing again does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        conversation.close();
        home.close();
        try {
            for (String part : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(journal.resolveSibling(journal.getFileName() + part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
