package io.github.claudebridge.telegram.conversation.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.RecordingChat;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxRoundTest {

    private static final SessionName WORK = SessionName.of("work");
    private static final Audience ANN = new Audience(new ChatId(7), 7);

    @TempDir
    private Path temporary;

    private final RecordingChat chat = new RecordingChat();
    private SessionStore store;
    private Path outbox;

    @BeforeEach
    void create() {
        store = SessionStore.open(temporary.resolve("home"));
        outbox = store.create(WORK, "default").outbox();
    }

    /** A turn is over, in this run of the bot or in another. */
    private void turnIsOver() {
        AuditLog audit = new AuditLog(store.home().resolve("state/audit.jsonl"), Clock.systemUTC());
        FilesOut out = new FilesOut(
                store,
                chat,
                (session, request, who) -> CompletableFuture.completedFuture(Permission.allow()),
                audit,
                Clock.systemUTC());
        new OutboxRound(store, chat, out).settled(WORK, ANN);
    }

    @Test
    void MSG_09_what_lies_in_the_outbox_is_sent_once_and_moved_away() throws IOException {
        Files.writeString(outbox.resolve("b.txt"), "b");
        Files.writeString(outbox.resolve("a.txt"), "a");

        turnIsOver();
        turnIsOver();

        assertThat(chat.texts(Kind.FILE)).containsExactly("a.txt", "b.txt");
        assertThat(outbox.resolve("sent"))
                .isDirectoryContaining("glob:**/a.txt")
                .isDirectoryContaining("glob:**/b.txt");
    }

    @Test
    void I_12_what_was_stored_but_not_moved_before_a_crash_is_moved_and_not_sent_again() throws IOException {
        Path file = Files.writeString(outbox.resolve("a.txt"), "a");
        Files.writeString(outbox.resolve("sent"), "no folder, so that nothing can be moved there");
        try {
            turnIsOver();
        } catch (RuntimeException e) {
            assertThat(file).as("left as by a crash: %s", e).exists();
        }
        Files.delete(outbox.resolve("sent"));

        turnIsOver();

        assertThat(chat.contents()).containsExactly("a");
        assertThat(outbox.resolve("sent/a.txt")).hasContent("a");
    }

    @Test
    void a_file_of_the_same_name_later_is_another_file() throws IOException {
        for (String content : new String[] {"first", "second"}) {
            Files.writeString(outbox.resolve("a.txt"), content);
            turnIsOver();
        }

        assertThat(chat.contents()).containsExactly("first", "second");
    }

    @Test
    void I_18_links_and_pipes_are_told_once_and_never_sent() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret"), "secret");
        Files.createSymbolicLink(outbox.resolve("link"), secret);
        assertThat(new ProcessBuilder("mkfifo", outbox.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        turnIsOver();
        turnIsOver();

        assertThat(chat.contents()).isEmpty();
        assertThat(chat.texts(Kind.FAILURE)).hasSize(2).allMatch(text -> text.contains("only regular files"));
    }

    @Test
    void I_18_an_outbox_that_has_become_a_link_sends_nothing() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        Files.delete(outbox);
        Files.createSymbolicLink(outbox, elsewhere);
        try {
            turnIsOver();
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("outbox");
        }

        assertThat(chat.contents()).isEmpty();
        assertThat(elsewhere.resolve("secret.txt")).exists();
    }

    @Test
    void what_cannot_be_sent_is_told_once_and_stays() throws IOException {
        Files.createFile(outbox.resolve("empty\n\u202e.txt"));

        turnIsOver();
        turnIsOver();

        assertThat(chat.texts(Kind.FAILURE)).singleElement().asString().contains("outbox/empty__.txt", "is empty");
        assertThat(outbox.resolve("empty\n\u202e.txt")).exists();
    }

    @Test
    void of_very_many_files_the_rest_waits_for_the_next_turn_and_that_is_told() throws IOException {
        for (int i = 0; i < 23; i++) {
            Files.writeString(outbox.resolve("f%02d.txt".formatted(i)), "x");
        }

        turnIsOver();

        assertThat(chat.texts(Kind.FILE)).hasSize(20);
        assertThat(chat.texts(Kind.FAILURE)).singleElement().asString().startsWith("3 more files");
    }
}
