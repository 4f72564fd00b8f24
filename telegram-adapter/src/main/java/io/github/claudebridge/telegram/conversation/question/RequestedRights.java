package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.session.GrantRequest;
import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights that the files of a session ask for: what they mean, and how they are granted. Thread-safe. */
final class RequestedRights {

    private final SessionStore store;
    private final Modes modes;
    private final Sessions sessions;

    RequestedRights(SessionStore store, Modes modes, Sessions sessions) {
        this.store = store;
        this.modes = modes;
        this.sessions = sessions;
    }

    /** In a few words, as they are written. */
    String describe(GrantRequest request) {
        return Stream.concat(
                        request.permissionMode().map(QuestionWords::wantedMode).stream(),
                        request.directory().map(QuestionWords::wantedDirectory).stream())
                .collect(Collectors.joining(", "));
    }

    /** Whether Claude could do more with them than without. */
    boolean areWider(SessionName session, GrantRequest request) {
        PermissionMode granted = store.grants().of(session).permissionMode();
        return request.directory().isPresent()
                || mode(request).filter(mode -> mode.compareTo(granted) > 0).isPresent();
    }

    private static Optional<PermissionMode> mode(GrantRequest request) {
        return request.permissionMode()
                .flatMap(word -> Stream.of(PermissionMode.values())
                        .filter(mode -> mode.word().equals(word))
                        .findFirst());
    }

    /**
     * Grants them, as far as they mean anything.
     *
     * @return completes with what to say about it, plain text
     * @throws io.github.claudebridge.session.SessionException if a directory is refused, or nothing can be stored; nothing is granted then
     */
    CompletableFuture<String> grant(SessionName session, GrantRequest request, long userId) {
        Optional<PermissionMode> mode = mode(request);
        String word = request.permissionMode().orElse("");
        if (mode.isEmpty() && !word.isEmpty()) {
            return putBack(session).thenApply(back -> QuestionWords.noSuchMode(word) + " " + back);
        }
        if (request.directory().isEmpty()) {
            return mode.isPresent() ? modes.change(session, mode.get(), userId) : putBack(session);
        }
        Optional<Path> directory = path(request.directory().get());
        if (directory.isEmpty()) {
            return putBack(session);
        }
        Grants granted = store.grants().change(session, grants -> grants.withDirectory(directory));
        boolean idle = sessions.live(session)
                .filter(process -> process.status() == Status.IDLE)
                .isPresent();
        String words = QuestionWords.worksIn(
                session.value(), granted.directory().orElseThrow().toString());
        CompletableFuture<Void> ended = idle ? sessions.suspend(session) : CompletableFuture.completedFuture(null);
        return ended.thenCompose(gone -> mode.isPresent()
                ? modes.change(session, mode.get(), userId).thenApply(changed -> words + " " + changed)
                : CompletableFuture.completedFuture(words));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Writes into the metadata what is granted, and completes with words about it. */
    CompletableFuture<String> putBack(SessionName session) {
        Grants unused = store.grants().change(session, grants -> grants);
        return CompletableFuture.completedFuture(QuestionWords.AS_BEFORE);
    }
}
