package io.github.claudebridge.telegram.conversation.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.DownloadException;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.PromptFiles.Fetched;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserFile.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIntakeTest {

    private static final SessionName NAME = SessionName.of("work");
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path home;

    private SessionStore store;

    @BeforeEach
    void makeASession() {
        store = SessionStore.open(home);
        store.create(NAME, "default");
    }

    @Test
    void MSG_04_a_photo_is_saved_and_shown_to_claude() throws IOException {
        Fetched fetched = intake(file -> new ByteArrayInputStream(CONTENT)).fetch(NAME, List.of(photo()));

        assertThat(fetched.text()).contains("- @\"inbox/photo.jpg\"");
        assertThat(fetched.problems()).isEmpty();
        assertThat(inbox().resolve("photo.jpg")).hasBinaryContent(CONTENT);
    }

    @Test
    void a_document_is_saved_and_named_with_its_size() {
        Fetched fetched =
                intake(file -> new ByteArrayInputStream(new byte[1_234])).fetch(NAME, List.of(document("notes.csv")));

        assertThat(fetched.text()).contains("- inbox/notes.csv (1.2 kB)");
        assertThat(inbox().resolve("notes.csv")).hasSize(1_234);
    }

    @Test
    void files_of_the_same_name_are_kept_apart_in_their_order() {
        Fetched fetched = intake(file -> new ByteArrayInputStream(CONTENT)).fetch(NAME, List.of(photo(), photo()));

        assertThat(fetched.text().lines().skip(1))
                .containsExactly("- @\"inbox/photo.jpg\"", "- @\"inbox/photo-2.jpg\"");
    }

    @Test
    void what_does_not_arrive_is_told_and_does_not_keep_the_others_back() {
        Downloads downloads = file -> {
            if (file.name().equals("large.zip")) {
                throw new DownloadException(DownloadException.Problem.TOO_LARGE, "Too large for a bot.");
            }
            return new ByteArrayInputStream(CONTENT);
        };
        Fetched fetched = intake(downloads).fetch(NAME, List.of(document("large.zip"), document("small.zip")));

        assertThat(fetched.problems()).containsExactly("I could not fetch large.zip. Too large for a bot.");
        assertThat(fetched.text()).contains("inbox/small.zip").doesNotContain("large.zip");
    }

    @Test
    void a_download_that_breaks_off_leaves_nothing_of_the_file() throws IOException {
        Fetched fetched = intake(file -> new BrokenStream()).fetch(NAME, List.of(document("half.bin")));

        assertThat(fetched.text()).isEmpty();
        assertThat(fetched.problems()).singleElement().asString().contains("half.bin", "broke off", "Send it again");
        assertThat(inboxFiles()).isEmpty();
    }

    @Test
    void an_inbox_that_has_become_a_link_takes_nothing_and_it_is_told() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.deleteIfExists(inbox());
        Files.createSymbolicLink(inbox(), elsewhere);

        Fetched fetched = intake(file -> new ByteArrayInputStream(CONTENT)).fetch(NAME, List.of(photo()));

        assertThat(fetched.problems()).hasSize(1);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void EXP_07_no_name_makes_claude_read_another_file() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Pattern harmless = Pattern.compile("- @\"inbox/[^\"@/]+\"|- inbox/[^\"@/]+ \\(3 bytes\\)");
        for (int i = 0; i < 200; i++) {
            String name = hostileName(random);
            Fetched fetched = intake(file -> new ByteArrayInputStream(CONTENT)).fetch(NAME, List.of(document(name)));

            assertThat(fetched.text().lines().skip(1))
                    .as("seed %d, name %s", seed, name)
                    .singleElement()
                    .asString()
                    .matches(harmless);
        }
    }

    private static String hostileName(Random random) {
        String[] parts = {
            "@", "/etc/passwd", "..", "\"", "\n", " ", "a", ".jpg", ".pdf", "~", "\\", "\u202e", "`", "@/x"
        };
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            name.append(parts[random.nextInt(parts.length)]);
        }
        return name.toString();
    }

    private FileIntake intake(Downloads downloads) {
        return new FileIntake(
                store,
                downloads,
                Optional.empty(),
                new AuditLog(store.home().resolve("state/audit.jsonl"), Clock.systemUTC()));
    }

    private Path inbox() {
        return store.get(NAME).inbox();
    }

    private List<Path> inboxFiles() throws IOException {
        if (!Files.exists(inbox())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inbox())) {
            return files.toList();
        }
    }

    private static UserFile photo() {
        return new UserFile("1", Kind.PHOTO, "", "", 3);
    }

    private static UserFile document(String name) {
        return new UserFile("2", Kind.DOCUMENT, name, "", 0);
    }

    /** Gives some bytes and breaks. */
    private static final class BrokenStream extends InputStream {
        private int left = 10;

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw new IOException("reset");
            }
            return 7;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            buffer[offset] = (byte) read();
            return 1;
        }
    }
}
