package io.github.claudebridge.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFileTest {

    private static final UnitFile UNIT =
            new UnitFile(List.of("/bin/sh", "-c", "100% of $HOME", "a \"b\" \\c"), "/usr/bin:/home/some one/bin");

    @TempDir
    Path folder;

    @Test
    void words_reach_the_program_as_they_are() {
        assertThat(UNIT.text().lines())
                .contains(
                        "ExecStart=\"/bin/sh\" \"-c\" \"100%% of $$HOME\" \"a \\\"b\\\" \\\\c\"",
                        "Environment=\"PATH=/usr/bin:/home/some one/bin\"");
    }

    @Test
    void INFRA_01_the_bot_ends_its_children_itself_and_is_restarted_after_failures() {
        assertThat(UNIT.text().lines()).contains("KillMode=mixed", "Restart=on-failure", "WantedBy=default.target");
    }

    @Test
    void a_line_break_cannot_smuggle_in_a_directive() {
        UnitFile smuggler = new UnitFile(List.of("/bin/sh", "x\nExecStartPre=/bin/false"), "/bin");

        assertThatThrownBy(smuggler::text).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void systemd_understands_every_line() throws Exception {
        boolean required = Boolean.parseBoolean(System.getenv("CLAUDE_BRIDGE_REQUIRE_SYSTEMD"));
        assumeTrue(
                required || hasAnalyzer(), "systemd-analyze is not installed, so systemd does not judge the unit file");
        Path file = Files.writeString(folder.resolve(UnitFile.NAME), UNIT.text());

        ProcessBuilder verify = analyzer("--user", "verify", file.toString());
        verify.environment().put("XDG_RUNTIME_DIR", folder.toString());
        Process process = verify.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain(UnitFile.NAME);
    }

    private static boolean hasAnalyzer() throws InterruptedException {
        try {
            return analyzer("--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessBuilder analyzer(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder("systemd-analyze").redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        return builder;
    }
}
