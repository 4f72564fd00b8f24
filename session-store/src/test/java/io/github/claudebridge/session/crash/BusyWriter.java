package io.github.claudebridge.session.crash;

import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.log.ConversationLog;
import io.github.claudebridge.session.log.LogEntry;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A process that writes everything a home can contain, and says on its standard output what is done, until killed. */
final class BusyWriter {

    static final SessionName WORK = SessionName.of("work");
    static final SessionName VICTIM = SessionName.of("victim");
    static final long LOG_FILE = 20_000;

    private final SessionStore store;

    private BusyWriter(Path home) {
        this.store = SessionStore.open(home);
    }

    public static void main(String[] args) throws Exception {
        BusyWriter writer = new BusyWriter(Path.of(args[0]));
        System.out.println("ready");
        for (int i = Integer.parseInt(args[1]); ; i++) {
            writer.turn(i);
            writer.comeAndGo(i);
            if (i % 3 == 0) {
                writer.archiveAndRestore();
            }
        }
    }

    private void turn(int i) {
        ConversationLog.of(store, WORK, LOG_FILE)
                .append(new LogEntry.Note(Instant.EPOCH.plusSeconds(i), "note " + i + " " + "x".repeat(i % 700)));
        say("note " + i);
        store.update(WORK, edit -> edit.status(SessionStatus.ACTIVE).turnCompleted(Instant.now(), BigDecimal.ONE));
        say("turn " + i);
        PermissionMode mode = i % 2 == 0 ? PermissionMode.PLAN : PermissionMode.ASK;
        store.grants().change(WORK, grants -> grants.withPermissionMode(mode));
    }

    private void comeAndGo(int i) {
        SessionName first = SessionName.of("first" + i);
        SessionName second = SessionName.of("second" + i);
        store.create(first, "default");
        store.rename(first, second);
        store.delete(second);
        say("gone " + i);
    }

    private void archiveAndRestore() throws Exception {
        if (store.find(VICTIM).isPresent()) {
            Archives.of(store).archive(VICTIM, ArchiveOptions.defaults().withThreads(1));
        }
        say("archived");
        Path archive = Archives.of(store).list().get(0).file();
        Archives.of(store).restore(archive, RestoreOptions.defaults());
        say("restored");
        Files.delete(archive);
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
