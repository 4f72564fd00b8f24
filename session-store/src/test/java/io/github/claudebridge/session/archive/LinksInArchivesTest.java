package io.github.claudebridge.session.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.ArchiveException.Problem;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that are harmless where they seem to lie, and lead out from where they really lie. */
class LinksInArchivesTest {

    @TempDir
    Path temporary;

    private SessionStore store;
    private Path file;

    @BeforeEach
    void open() {
        store = SessionStore.open(temporary.resolve("home"));
        file = temporary.resolve("evil.tar.gz");
    }

    @Test
    void a_link_placed_through_a_link_is_refused() throws IOException {
        TarForge.begun(file)
                .entry("top/session/e/", TarConstants.LF_DIR, "")
                .entry("top/session/a/b/c/d", TarConstants.LF_SYMLINK, "../../../e")
                .entry("top/session/a/b/c/d/f", TarConstants.LF_SYMLINK, "../../../..")
                .entry("top/session/outbox", TarConstants.LF_SYMLINK, "e/f")
                .end();

        assertRefused();
    }

    @Test
    void nor_is_it_accepted_when_the_link_comes_later() throws IOException {
        TarForge.begun(file)
                .entry("top/session/e/", TarConstants.LF_DIR, "")
                .entry("top/session/a/b/c/d/f", TarConstants.LF_SYMLINK, "../../../..")
                .entry("top/session/a/b/c/d", TarConstants.LF_SYMLINK, "../../../e")
                .end();

        assertRefused();
    }

    @Test
    void a_folder_through_a_link_is_refused_in_attachments_too() throws IOException {
        TarForge.begun(file)
                .entry("top/attachments/x/e/", TarConstants.LF_DIR, "")
                .entry("top/attachments/x/d", TarConstants.LF_SYMLINK, "e")
                .entry("top/attachments/x/d/f/", TarConstants.LF_DIR, "")
                .end();

        assertRefused();
    }

    @Test
    void harmless_links_are_restored() throws IOException {
        TarForge.begun(file)
                .entry("top/session/e/", TarConstants.LF_DIR, "")
                .file("top/session/e/file", "hello")
                .entry("top/session/a/d", TarConstants.LF_SYMLINK, "../e")
                .entry("top/session/a/chain", TarConstants.LF_SYMLINK, "d/file")
                .end();

        Path folder = Archives.of(store)
                .restore(file, RestoreOptions.defaults())
                .session()
                .directory();

        assertThat(folder.resolve("a/d/file")).hasContent("hello");
        assertThat(folder.resolve("a/chain")).hasContent("hello");
    }

    @Test
    void a_link_in_the_place_of_the_outbox_or_the_inbox_becomes_a_folder() throws IOException {
        TarForge.begun(file)
                .entry("top/session/e/", TarConstants.LF_DIR, "")
                .entry("top/session/outbox", TarConstants.LF_SYMLINK, "e")
                .file("top/session/inbox", "no folder")
                .end();

        Path folder = Archives.of(store)
                .restore(file, RestoreOptions.defaults())
                .session()
                .directory();

        for (String place : new String[] {"inbox", "outbox"}) {
            assertThat(Files.isDirectory(folder.resolve(place), LinkOption.NOFOLLOW_LINKS))
                    .as(place)
                    .isTrue();
        }
        assertThat(folder.resolve("inbox-2")).hasContent("no folder");
        assertThat(folder.resolve("outbox-2")).isSymbolicLink();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> Archives.of(store).restore(file, RestoreOptions.defaults()))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.kind()).isEqualTo(Problem.UNSAFE_ENTRY));
        assertThatThrownBy(() -> Archives.of(store).verify(file, ArchiveLimits.defaults(), ArchiveMonitor.NONE))
                .isInstanceOf(ArchiveException.class);
        assertThat(store.home().resolve("sessions")).isEmptyDirectory();
    }
}
