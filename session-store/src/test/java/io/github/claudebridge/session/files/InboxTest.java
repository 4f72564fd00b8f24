package io.github.claudebridge.session.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.StorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTest {

    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path home;

    private SessionStore store;
    private Path folder;
    private Inbox inbox;

    @BeforeEach
    void create() {
        store = SessionStore.open(home);
        folder = store.create(WORK, "default").inbox();
        inbox = Inbox.of(store, WORK);
    }

    @Test
    void a_file_is_taken_in_under_its_name() {
        ReceivedFile file = inbox.receive("a b.log", content("hello"));

        assertThat(file).isEqualTo(new ReceivedFile("a b.log", folder.resolve("a b.log"), 5));
        assertThat(file.path()).hasContent("hello");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "../../etc/passwd,passwd",
                "C:\\evil\\report.pdf,report.pdf",
                "folder/,file",
                "..,file",
                "'',file",
                ".mcp.json,mcp.json",
                ".claude,claude",
                "-rf,rf",
                " name .txt. ,name .txt",
                "a\u0001b\u001b[31m.txt,a_b__31m.txt",
                "invoice\u202Efdp.exe,invoice_fdp.exe",
                "$(reboot)`id`;x|y&z.sh,_(reboot)_id__x_y_z.sh",
                "@etc@passwd,_etc_passwd",
                "gr\u00fc\u00dfe.txt,gr\u00fc\u00dfe.txt",
                "u\u0308ber.txt,\u00fcber.txt",
                "\u65e5\u672c\u8a9e.txt,\u65e5\u672c\u8a9e.txt",
                "half\uD83D.txt,half_.txt"
            })
    void a_hostile_name_is_cleaned(String suggested, String expected) {
        assertThat(inbox.receive(suggested, content("x")).name()).isEqualTo(expected);
    }

    @Test
    void line_breaks_and_nul_do_not_get_into_a_name() {
        assertThat(inbox.receive("a\0b\nc\rd", content("x")).name()).isEqualTo("a_b_c_d");
    }

    @Test
    void any_name_becomes_a_safe_one_that_stays_as_it_is_when_cleaned_again() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        String nasty = "./\\-_ @~$\n\0\u202E\u00e9\u0301\uD83D\uDE00\u65e5aZ9";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder suggested = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                suggested.append(nasty.charAt(random.nextInt(nasty.length())));
            }
            String name = InboxName.of(suggested.toString()).numbered(1);

            assertThat(name)
                    .as("seed %d round %d", seed, round)
                    .matches("[\\p{L}\\p{N}\\p{M}_+()][\\p{L}\\p{N}\\p{M} ._+()-]*");
            assertThat(name.getBytes(StandardCharsets.UTF_8).length)
                    .as("seed %d round %d", seed, round)
                    .isLessThanOrEqualTo(120);
            assertThat(InboxName.of(name).numbered(1))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(name);
        }
    }

    @Test
    void a_name_that_is_cut_at_a_blank_or_a_dot_does_not_end_with_it() {
        String cut = "x".repeat(118);

        assertThat(inbox.receive(cut + " ." + "y".repeat(30), content("x")).name())
                .isEqualTo(cut);
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertThat(inbox.receive("\u65e5".repeat(300) + ".tar.gz", content("x")).name())
                .endsWith("\u65e5.gz")
                .satisfies(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void files_of_the_same_name_never_replace_one_another() {
        Set<String> names = new HashSet<>();
        List<ReceivedFile> files = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> inbox.receive("photo.jpg", content("content " + i)))
                .toList();

        files.forEach(file -> names.add(file.name()));
        assertThat(names).hasSize(40).contains("photo.jpg", "photo-2.jpg", "photo-40.jpg");
        assertThat(files.stream().map(InboxTest::read)).doesNotHaveDuplicates();
    }

    @Test
    void what_cannot_be_read_to_its_end_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> inbox.receive("a.txt", new SequenceInputStream(content("half"), new LostConnection())))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("connection lost");
        assertThat(folder).isEmptyDirectory();
        try (Stream<Path> left = Files.list(home.resolve("sessions"))) {
            assertThat(left).containsExactly(home.resolve("sessions/work"));
        }
    }

    @Test
    void a_name_taken_by_a_link_is_left_alone() throws IOException {
        Path outside = Files.writeString(home.resolve("outside"), "mine");
        Files.createSymbolicLink(folder.resolve("a.txt"), outside);

        assertThat(inbox.receive("a.txt", content("evil")).name()).isEqualTo("a-2.txt");
        assertThat(outside).hasContent("mine");
    }

    @Test
    void an_inbox_that_was_removed_comes_back_and_one_that_is_a_link_is_refused() throws IOException {
        Files.delete(folder);
        assertThat(inbox.receive("a.txt", content("x")).path()).hasContent("x");

        Files.delete(folder.resolve("a.txt"));
        Files.delete(folder);
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);
        assertThatThrownBy(() -> inbox.receive("a.txt", content("x"))).isInstanceOf(StorageException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(ReceivedFile file) {
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class LostConnection extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection lost");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("connection lost");
        }
    }
}
