package io.github.claudebridge.app;

import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealCli
class WholePathRealCliIT {

    @TempDir
    Path folder;

    @Test
    void a_message_is_answered_by_the_real_cli_in_one_process_and_remembered_after_a_restart() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start();
                RealClaude claude = RealClaude.in(folder.resolve("claude"))) {
            new WholePath(
                            folder.resolve("home"),
                            telegram,
                            List.of(claude.executable().toString()),
                            claude.environment())
                    .walk();
        }
    }
}
