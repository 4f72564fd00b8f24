package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    @TempDir
    Path folder;

    @Test
    void once_prints_the_answer_and_nothing_else() throws Exception {
        try (BotProcess demo =
                BotProcess.start(folder, Map.of("TMPDIR", folder.toString()), "demo", "--once", "say hello")) {
            assertThat(demo.exitCode()).as(demo.output()).isZero();
            assertThat(demo.output().lines().filter(line -> !line.contains(" INFO ")))
                    .containsExactly("hello");
        }
    }
}
