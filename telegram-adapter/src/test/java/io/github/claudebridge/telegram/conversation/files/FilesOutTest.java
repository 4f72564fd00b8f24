package io.github.claudebridge.telegram.conversation.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StoreOptions;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.RecordingChat;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOutTest {

    private static final SessionName WORK = SessionName.of("work");
    private static final Audience ANN = new Audience(new ChatId(7), 7);

    @TempDir
    private Path temporary;

    private final RecordingChat chat = new RecordingChat();
    private final List<PermissionRequest> asked = new ArrayList<>();
    private Supplier<Permission> answer = () -> Permission.deny("no");
    private SessionStore store;
    private Path folder;
    private Path elsewhere;
    private FilesOut out;

    @BeforeEach
    void create() throws IOException {
        elsewhere = Files.createDirectory(temporary.toRealPath().resolve("elsewhere"));
        store = SessionStore.open(
                temporary.resolve("home"), StoreOptions.defaults().withRoots(List.of(elsewhere)));
        folder = store.create(WORK, "default").directory();
        out = new FilesOut(
                store,
                chat,
                (session, request, audience) -> {
                    asked.add(request);
                    return CompletableFuture.completedFuture(answer.get());
                },
                new AuditLog(store.home().resolve("state/audit.jsonl"), Clock.systemUTC()),
                Clock.systemUTC());
    }

    private Departure send(Path path) {
        return send(path.toString());
    }

    private Departure send(String path) {
        try {
            return out.send(WORK, ANN, DeliveryKey.random(), path, "").get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Path link(Path link, Path to) throws IOException {
        return Files.createSymbolicLink(link, to);
    }

    @Test
    void MSG_09_a_file_of_the_session_goes_at_once_however_it_is_named() throws IOException {
        Path deep = Files.createDirectory(folder.resolve("deep"));
        Files.writeString(deep.resolve("plan.txt"), "plan");

        for (String path : List.of("deep/plan.txt", "./deep//plan.txt", "x/../deep/plan.txt", deep + "/plan.txt")) {
            assertThat(send(path)).as(path).isEqualTo(new Departure(true, "Sent plan.txt (4 bytes)."));
        }
        assertThat(asked).isEmpty();
        assertThat(chat.contents()).containsOnly("plan").hasSize(4);
    }

    @Test
    void a_file_of_the_directory_where_the_session_works_goes_at_once() throws IOException {
        Path project = Files.createDirectory(elsewhere.resolve("project"));
        Files.writeString(project.resolve("code.txt"), "code");
        Files.writeString(folder.resolve("inbox/photo.txt"), "photo");
        store.grants().change(WORK, grants -> grants.withDirectory(Optional.of(project)));

        assertThat(send("code.txt").sent()).isTrue();
        assertThat(send(folder.resolve("inbox/photo.txt")).sent()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void nothing_is_left_of_the_copy_when_it_was_sent() throws IOException {
        Files.writeString(folder.resolve("plan.txt"), "plan");
        send("plan.txt");

        assertThat(store.home().resolve("state/outgoing")).isEmptyDirectory();
    }

    @Test
    void I_18_a_link_never_goes_wherever_it_leads() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        link(folder.resolve("link.txt"), secret);
        link(folder.resolve("deep"), elsewhere);
        answer = Permission::allow;

        assertThat(send("link.txt").words()).contains("is a link");
        assertThat(send("deep/secret.txt").words()).contains("is a link");
        assertThat(asked).isEmpty();
        assertThat(chat.contents()).isEmpty();
    }

    @Test
    void I_18_a_file_from_elsewhere_goes_only_if_somebody_says_so() throws IOException {
        Path file = Files.writeString(elsewhere.resolve("notes.txt"), "notes");

        assertThat(send(file).words()).isEqualTo("Not sent: no");
        answer = Permission::allow;
        assertThat(send("../../../elsewhere/notes.txt").sent()).isTrue();
        assertThat(chat.contents()).containsExactly("notes");
        assertThat(asked)
                .extracting(request -> request.input().string("file_path").orElseThrow())
                .containsExactly(file.toString(), file.toString());
    }

    @Test
    void I_18_people_are_asked_about_the_file_that_a_link_elsewhere_leads_to() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        link(elsewhere.resolve("harmless.txt"), secret);

        send(elsewhere.resolve("harmless.txt"));

        assertThat(asked.get(0).input().string("file_path")).contains(secret.toString());
    }

    @Test
    void I_18_a_file_that_becomes_a_link_while_people_think_does_not_go() throws IOException {
        Path file = Files.writeString(elsewhere.resolve("notes.txt"), "notes");
        Path secret = Files.writeString(temporary.resolve("secret.txt"), "secret");
        answer = () -> {
            swap(file, secret);
            return Permission.allow();
        };

        assertThat(send(file).words()).contains("is a link");
        assertThat(chat.contents()).isEmpty();
    }

    @Test
    void I_18_a_folder_that_becomes_a_link_while_people_think_gives_nothing() throws IOException {
        Path deep = Files.createDirectory(elsewhere.resolve("deep"));
        Path file = Files.writeString(deep.resolve("notes.txt"), "notes");
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "secret");
        answer = () -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            swap(deep, other);
            return Permission.allow();
        };

        assertThat(send(file).words()).contains("is a link");
        assertThat(chat.contents()).isEmpty();
    }

    private static void swap(Path file, Path target) {
        try {
            Files.delete(file);
            link(file, target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void I_18_what_is_the_bot_s_or_another_session_s_never_goes() throws IOException {
        Path other = store.create(SessionName.of("other"), "default").directory();
        Path token = Files.writeString(store.home().resolve("config.toml"), "token");
        Path mine = store.home().resolve("state/grants/work.json");
        link(elsewhere.resolve("harmless.txt"), token);
        answer = Permission::allow;

        for (Path path : List.of(token, mine, other.resolve("metadata.json"), elsewhere.resolve("harmless.txt"))) {
            assertThat(send(path).words()).as("%s", path).contains("never sent");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void what_is_missing_or_no_file_is_told_and_nobody_is_asked() {
        assertThat(send("gone.txt").words()).contains("does not exist");
        assertThat(send(elsewhere.resolve("gone.txt")).words()).contains("no such file");
        assertThat(send(elsewhere).words()).contains("is not a regular file");
        assertThat(send("inbox").words()).contains("is not a regular file");
        assertThat(send("").sent()).isFalse();
        assertThat(send("/").sent()).isFalse();
        assertThat(send("a\0b").sent()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void what_a_bot_cannot_send_is_told_with_the_limit() throws IOException {
        Files.createFile(folder.resolve("empty.txt"));
        large(folder.resolve("large.bin"));
        large(elsewhere.resolve("large.bin"));

        assertThat(send("empty.txt").words()).contains("is empty");
        assertThat(send("large.bin").words()).contains("52.4 MB").contains("50 MB at most");
        assertThat(send(elsewhere.resolve("large.bin")).words()).contains("50 MB at most");
        assertThat(asked).isEmpty();
    }

    private static void large(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength((50 << 20) + 1);
        }
    }

    @Test
    void a_name_with_newlines_and_turned_letters_is_sent_as_a_harmless_one() throws IOException {
        String name = "a\n/\u202efdp.txt".replace("/", "");
        Files.writeString(folder.resolve(name), "x");

        assertThat(send(name).words()).isEqualTo("Sent a__fdp.txt (1 bytes).");
        assertThat(chat.texts(Kind.FILE)).containsExactly("a__fdp.txt");
    }

    @Test
    void EXP_10_what_went_and_what_did_not_is_in_the_audit_log() throws IOException {
        Files.writeString(folder.resolve("plan.txt"), "plan");
        send("plan.txt");
        send("gone.txt");

        assertThat(Files.readAllLines(store.home().resolve("state/audit.jsonl")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"file out\"", "\"sent\"", "plan.txt"),
                        line -> assertThat(line).contains("\"file out\"", "\"refused\"", "gone.txt"));
    }
}
