package io.github.claudebridge.process.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFoldersTest {

    @TempDir
    Path root;

    private TemporaryFolders folders;
    private Path folder;

    @BeforeEach
    void make() {
        folders = new TemporaryFolders(root);
        Path made = folders.of("a");
        assertThat(made).isNotNull().isDirectory();
        folder = made;
    }

    @Test
    void keeps_what_a_resumed_conversation_may_speak_of_and_deletes_the_rest() throws Exception {
        Files.createDirectories(folder.resolve("cc-socks"));
        Files.createDirectories(folder.resolve("claude-0/fswatch-probe-x/probe"));
        Path output = Files.createDirectories(folder.resolve("claude-0/-work/tasks"));

        folders.processEnded("a");

        assertThat(folder.resolve("cc-socks")).doesNotExist();
        assertThat(folder.resolve("claude-0/fswatch-probe-x")).doesNotExist();
        assertThat(output).exists();
    }

    @Test
    void deletes_links_and_not_what_they_lead_to() throws Exception {
        Path outside = Files.createFile(root.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("link"), outside);

        folders.forget("a");

        assertThat(folder).doesNotExist();
        assertThat(outside).exists();
    }

    @Test
    void sweeps_sockets_of_the_dead_and_leaves_those_of_the_living() throws Exception {
        Path sockets = Files.createDirectories(folder.resolve("cc-socks"));
        Path dead = Files.createFile(sockets.resolve("999999999.sock"));
        Path alive = Files.createFile(sockets.resolve(ProcessHandle.current().pid() + ".sock"));

        folders.sweep(Instant.now());

        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    @Test
    void keeps_everything_of_a_process_that_the_system_does_not_tell_of() throws Exception {
        Path sockets = Files.createDirectories(folder.resolve("cc-socks"));
        Path socket = Files.createFile(sockets.resolve("999999999.sock"));

        new TemporaryFolders(root, pid -> false).sweep(Instant.now().plus(Duration.ofDays(31)));

        assertThat(socket).exists();
    }

    @Test
    void sweeps_the_folder_of_a_conversation_that_was_long_quiet() {
        folders.sweep(Instant.now().plus(Duration.ofDays(31)));

        assertThat(folder).doesNotExist();
    }

    @Test
    void keeps_the_folder_of_a_conversation_whose_process_lives_however_long() throws Exception {
        Path sockets = Files.createDirectories(folder.resolve("cc-socks"));
        Files.createFile(sockets.resolve(ProcessHandle.current().pid() + ".sock"));

        folders.sweep(Instant.now().plus(Duration.ofDays(31)));

        assertThat(folder).exists();
    }

    @Test
    void gives_no_folder_whose_path_is_too_long_for_sockets() {
        assertThat(new TemporaryFolders(root.resolve("x".repeat(90))).of("a")).isNull();
    }
}
