package io.github.claudebridge.session.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyFoldersTest {

    @TempDir
    Path home;

    @Test
    void folders_that_nobody_may_write_to_are_archived_restored_and_deleted_like_others() throws Exception {
        List<String> command = new ArrayList<>();
        if (run(List.of("id", "-u")).strip().equals("0")) {
            command.addAll(List.of("setpriv", "--bounding-set=-all"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadOnlyFolders.class.getName(),
                home.toString()));

        assertThat(run(command)).contains("archived\ndeleted\n");
        assertThat(home.resolve("sessions")).isEmptyDirectory();
    }

    /** What the command says; fails when it does. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
