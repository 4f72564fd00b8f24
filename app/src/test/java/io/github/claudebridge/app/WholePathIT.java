package io.github.claudebridge.app;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholePathIT {

    @TempDir
    Path folder;

    @Test
    void a_message_is_answered_by_one_process_that_is_kept_and_remembered_after_a_restart() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            Map<String, String> environment =
                    Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString());
            new WholePath(folder.resolve("home"), telegram, FakeClaude.command(), environment).walk();
        }
    }
}
