package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.files.FileCopies;
import io.github.claudebridge.session.files.FileCopies.Copy;
import io.github.claudebridge.session.files.OutgoingFile;
import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.conversation.question.SessionQuestions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The one way by which a file leaves a session: a regular file of the session's folder goes at once, one from elsewhere if somebody says
 * so, a link never. What is sent is a copy of this moment, so that nothing that happens to the file later changes it. Thread-safe.
 */
public final class FilesOut {

    /** A copy that could not be sent for so long is given up. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Exits exits;
    private final FileCopies copies;
    private final Chat chat;
    private final Approval approval;
    private final AuditLog audit;

    /** Removes the copies that earlier runs have sent and not removed. */
    public FilesOut(SessionStore store, Chat chat, Approval approval, AuditLog audit, Clock clock) {
        this.exits = new Exits(store);
        this.copies = FileCopies.of(store);
        this.chat = chat;
        this.approval = approval;
        this.audit = audit;
        copies.sweep(clock.instant().minus(KEPT));
    }

    /**
     * Sends a file to a chat.
     *
     * @param to where, and who is asked if somebody must be
     * @param key names what is sent
     * @param path absolute, or from where the session works
     * @param caption Markdown below it, may be empty
     * @return what became of it, when it is stored to be sent; never fails
     */
    public CompletableFuture<Departure> send(
            SessionName session, Audience to, DeliveryKey key, String path, String caption) {
        return send(session, to, key, path, caption, new CompletableFuture<>());
    }

    /**
     * The same while somebody waits for it.
     *
     * @param withdrawn completes when it is not wanted any more; then the result never comes if people are still being asked
     */
    CompletableFuture<Departure> send(
            SessionName session,
            Audience to,
            DeliveryKey key,
            String path,
            String caption,
            CompletionStage<Void> withdrawn) {
        try {
            Exit exit = exits.of(session, path);
            if (exit instanceof Exit.Shut shut) {
                return CompletableFuture.completedFuture(refused(session, to, path, shut.why()));
            }
            if (exit instanceof Exit.Outside outside) {
                return ask(session, to, outside, withdrawn)
                        .thenApplyAsync(permission -> permission instanceof Permission.Deny deny
                                ? refused(session, to, path, deny.reason())
                                : leave(session, to, key, outside, caption));
            }
            return CompletableFuture.completedFuture(leave(session, to, key, (Exit.Open) exit, caption));
        } catch (SessionException e) {
            return CompletableFuture.completedFuture(refused(session, to, path, e.problem() + " " + e.nextStep()));
        }
    }

    /** Nobody is asked about what cannot be sent. */
    private CompletableFuture<Permission> ask(
            SessionName session, Audience to, Exit.Outside file, CompletionStage<Void> withdrawn) {
        String size;
        try (OutgoingFile open = file.open()) {
            String fault = FileLimits.fault(open.size());
            if (!fault.isEmpty()) {
                return CompletableFuture.completedFuture(Permission.deny(fault));
            }
            size = FileWords.size(open.size());
        } catch (IOException e) {
            return CompletableFuture.completedFuture(Permission.deny(FileWords.UNREADABLE));
        }
        PermissionRequest request = new PermissionRequest(
                UUID.randomUUID().toString(),
                SessionQuestions.SEND_FILE,
                SessionQuestions.SEND_FILE,
                Json.of(Map.of("file_path", file.whole().toString())),
                size,
                List.of(),
                null,
                "",
                "",
                null,
                true,
                Optional.empty(),
                withdrawn);
        return approval.ask(session, request, to);
    }

    /** Sends a file that may leave. */
    Departure leave(SessionName session, Audience to, DeliveryKey key, Exit.Open exit, String caption) {
        try (OutgoingFile file = exit.open()) {
            String fault = FileLimits.fault(file.size());
            if (!fault.isEmpty()) {
                return refused(session, to, exit.path(), fault);
            }
            Copy copy = copies.take(file);
            send(to, key, copy, caption);
            String what = copy.name() + " (" + FileWords.size(copy.size()) + ")";
            audit.add(new AuditEntry(
                    session.value(), to.userId(), "file out", exit.folder() + "/" + exit.path(), "sent", what));
            return new Departure(true, "Sent " + what + ".");
        } catch (SessionException e) {
            return refused(session, to, exit.path(), e.problem() + " " + e.nextStep());
        } catch (IOException e) {
            return refused(session, to, exit.path(), FileWords.UNREADABLE);
        }
    }

    /** The copy is kept for the next run if this one ends before it was sent. */
    private void send(Audience to, DeliveryKey key, Copy copy, String caption) {
        FileToSend file = new FileToSend(copy.folder(), copy.name(), FileLimits.isPicture(copy.name(), copy.size()));
        CompletableFuture<Void> unused =
                chat.files(to.chat(), key, List.of(file), caption).thenRun(copy::delete);
    }

    private Departure refused(SessionName session, Audience to, String path, String why) {
        audit.add(new AuditEntry(session.value(), to.userId(), "file out", path, "refused", why));
        return Departure.refused("Not sent: " + why);
    }
}
