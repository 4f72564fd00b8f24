package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.control.Asker;
import io.github.claudebridge.app.control.ControlHandler;
import io.github.claudebridge.app.control.Request;
import io.github.claudebridge.app.send.Mail;
import io.github.claudebridge.app.sessions.SessionWork;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.talk.Talk;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the bot does for commands in the terminal. Thread-safe. */
final class BotControl implements ControlHandler {

    /** Longer than a process may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SessionStore store;
    private final Talk talk;
    private final Mail mail;
    private final Live live;

    BotControl(SessionStore store, Talk talk, Mail mail, Live live) {
        this.store = store;
        this.talk = talk;
        this.mail = mail;
        this.live = live;
    }

    @Override
    public int handle(Request request, Asker asker) throws StartException {
        if (request instanceof Request.Send send) {
            return mail.send(send, live.config(), asker);
        }
        if (request instanceof Request.Archive archive) {
            SessionWork.archive(archive, asker, talk.sessions()::archive);
        } else if (request instanceof Request.Delete delete) {
            talk.sessions().delete(SessionName.of(delete.name()));
        } else if (request instanceof Request.TakeOver taken) {
            suspend(taken.name());
        } else if (request instanceof Request.Reload) {
            live.reload().forEach(asker::out);
        } else if (request instanceof Request.Status) {
            asker.out(Long.toString(ProcessHandle.current().pid()));
        }
        return 0;
    }

    private void suspend(String name) throws StartException {
        SessionName session = SessionName.of(name);
        store.get(session);
        try {
            talk.suspend(session).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartException(ExitCode.BUSY, "Claude's process of " + name + " does not end. Try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.BUSY, "The bot is stopping.");
        }
    }
}
